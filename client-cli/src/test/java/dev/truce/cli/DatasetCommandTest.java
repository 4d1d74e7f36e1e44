package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.line.json.JsonText;
import dev.truce.engine.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A data set says what it is, has the sums of its files, and is made again to the same sums. */
class DatasetCommandTest {
    private static final String FILE = """
        name: small
        title: Three strategies
        description: Each plays each other *and* itself.
        licence: CC-BY-4.0
        creators: [Ana Ruiz, 'Lab of trade policy']
        keywords: [trade]
        bots: [tft, random, negotiator]
        pairs: 2
        self: true
        seed: 7046029254386353131
        scenario: class-8
        """;

    @TempDir
    private Path folder = Path.of("");

    private Typed make(String text, String out, String... more) throws IOException {
        Path file = folder.resolve("set.yaml");
        Files.writeString(file, text);
        String[] words = {
            "dataset", file.toString(), "--out", folder.resolve(out).toString()
        };
        return Typed.line(Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new));
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = Sha256.start();
        return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    }

    @Test
    void itIsMadeAgainToTheSameSumsWhateverTheLanguageAndTheThreads() throws IOException {
        Typed made = make(FILE, "one", "--sample", "3", "--concurrency", "1");
        assertThat(made.exit()).as(made.err()).isZero();
        assertThat(made.out().replaceAll("\\s+", " ")).contains("Data set small: 24 matches");
        Typed again = make(FILE, "two", "--sample", "3", "--concurrency", "4", "--lang", "zh");
        assertThat(again.exit()).as(again.err()).isZero();
        Path one = folder.resolve("one");
        String sums = Files.readString(one.resolve("SHA256SUMS"));
        assertThat(folder.resolve("two").resolve("SHA256SUMS")).hasContent(sums);
        List<String> listed = sums.lines()
                .map(line -> line.substring(66))
                .peek(path -> assertThat(one.resolve(path)).exists())
                .toList();
        for (String line : sums.lines().toList()) {
            assertThat(line).startsWith(sha256(one.resolve(line.substring(66))) + "  ");
        }
        try (Stream<Path> all = Files.walk(one)) {
            assertThat(all.filter(Files::isRegularFile)
                            .map(file -> one.relativize(file).toString())
                            .filter(path -> !path.startsWith("logs") && !path.matches("run.json|SHA256SUMS"))
                            .sorted()
                            .toList())
                    .isEqualTo(listed);
        }
        assertThat(listed)
                .contains("README.md", "README.zh.md", "croissant.json", "dataset.yaml", "records/00000.parquet")
                .contains("sample/records/00000/00000004-1.twg", "sample/offers.csv");
        assertThat(Typed.line("tournament", "--verify", one.toString()).exit()).isZero();
    }

    @Test
    void theCardAndTheDescriptionSayWhatIsThere() throws IOException {
        make(FILE, "one", "--sample", "1");
        Path one = folder.resolve("one");
        assertThat(Files.readString(one.resolve("README.md")))
                .startsWith("# Three strategies\n")
                .contains("Each plays each other \\*and\\* itself.")
                .contains("| `matches*.parquet` | match | 24 |")
                .contains("| made by | Ana Ruiz and Lab of trade policy |");
        Map<String, ?> croissant = JsonText.object(Files.readString(one.resolve("croissant.json")));
        assertThat(croissant.get("conformsTo")).isEqualTo("http://mlcommons.org/croissant/1.0");
        Map<String, Map<?, ?>> distribution = ((List<?>) croissant.get("distribution"))
                .stream()
                        .map(each -> (Map<?, ?>) each)
                        .collect(Collectors.toMap(each -> (String) each.get("@id"), each -> each));
        Map<?, ?> moves = distribution.get("moves.parquet");
        assertThat(moves.get("sha256")).isEqualTo(sha256(one.resolve("moves.parquet")));
        assertThat(moves.get("contentSize")).isEqualTo(Files.size(one.resolve("moves.parquet")) + " B");
        for (Object set : (List<?>) croissant.get("recordSet")) {
            for (Object field : (List<?>) ((Map<?, ?>) set).get("field")) {
                Map<?, ?> source = (Map<?, ?>) ((Map<?, ?>) field).get("source");
                Object from = source.get(source.containsKey("fileSet") ? "fileSet" : "fileObject");
                assertThat(distribution).containsKey((String) ((Map<?, ?>) from).get("@id"));
            }
        }
    }

    @Test
    void aFolderThatIsThereIsFinishedIfItIsOfTheSameMatchesAndRefusedIfNot() throws IOException {
        make(FILE, "one");
        Path sums = folder.resolve("one").resolve("SHA256SUMS");
        String first = Files.readString(sums);
        Files.delete(sums);
        assertThat(make(FILE, "one").exit()).isZero();
        assertThat(sums).hasContent(first);
        Typed other = make(FILE.replace("pairs: 2", "pairs: 3"), "one");
        assertThat(other.exit()).isEqualTo(2);
        assertThat(other.err()).contains("FOLDER_IN_USE");
        assertThat(sums).hasContent(first);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        pairs: 2             | pairs: 0             | pairs
        licence: CC-BY-4.0   | licence: 'for free'  | CC-BY-4.0
        name: small          | name: Small Set      | name
        self: true           | itself: true         | self
        seed: 7046           | seed: seven7046       | seed
        title: Three strategies |                   | title
        """)
    void whatIsNotRightInTheFileIsNamedWithItsPlace(String from, String to, String told) throws IOException {
        Typed refused = make(FILE.replace(from, to == null ? "" : to), "one");
        assertThat(refused.exit()).as(refused.err()).isEqualTo(2);
        assertThat(refused.err().replaceAll("\\s+", " ")).contains("set.yaml").contains(told);
        assertThat(folder.resolve("one")).doesNotExist();
    }
}

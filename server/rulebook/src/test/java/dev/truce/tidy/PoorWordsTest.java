package dev.truce.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Turns of phrase that a reader stumbles over are counted, and the counts only fall: {@code -Dtest.jvm=-Dceilings=lower} lowers them. All
 * texts that have one are listed in {@code target/tidy/poor-words.txt}.
 */
class PoorWordsTest {
    private static final Path WORDS = Path.of("src/test/resources/dev/truce/tidy/poor-words.tsv");
    private static final Path LISTS = Path.of("target", "tidy");

    /** So many fewer may there be than a ceiling says, so that not every text that is mended has to change it. */
    private static final int MOST_TO_SPARE = 5;

    private static final TreeMap<String, Integer> FOUND = new TreeMap<>();

    private record Row(String language, int most, String pattern) {
        static List<Row> all() throws IOException {
            List<Row> rows = new ArrayList<>();
            for (String line : Files.readAllLines(WORDS)) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    String[] cells = line.split("\t", 3);
                    rows.add(new Row(cells[0], Integer.parseInt(cells[1]), cells[2]));
                }
            }
            return rows;
        }

        String name() {
            return language + "\t" + pattern;
        }
    }

    @BeforeAll
    static void count() throws IOException {
        List<Bundle> bundles = Tree.read(Path.of("..", "..")).bundles();
        List<String> places = new ArrayList<>();
        for (Row row : Row.all()) {
            Pattern poor = Pattern.compile(row.pattern(), Pattern.CASE_INSENSITIVE);
            for (Bundle bundle : bundles) {
                if (bundle.isEnglish() == row.language().equals("en")) {
                    for (String key : bundle.keys()) {
                        if (poor.matcher(bundle.text(key)).find()) {
                            places.add(row.name() + "\t" + key + "\t" + bundle.text(key));
                            FOUND.merge(row.name(), 1, Integer::sum);
                        }
                    }
                }
            }
        }
        Files.createDirectories(LISTS);
        Files.write(LISTS.resolve("poor-words.txt"), places);
        if ("lower".equals(System.getProperty("ceilings"))) {
            List<String> lines = new ArrayList<>();
            for (String line : Files.readAllLines(WORDS)) {
                String[] cells = line.split("\t", 3);
                lines.add(
                        line.startsWith("#")
                                ? line
                                : String.join(
                                        "\t",
                                        cells[0],
                                        String.valueOf(Math.min(
                                                Integer.parseInt(cells[1]), found(cells[0] + "\t" + cells[2]))),
                                        cells[2]));
            }
            Files.write(WORDS, lines);
        }
    }

    private static int found(String name) {
        return FOUND.getOrDefault(name, 0);
    }

    @Test
    void noTurnOfPhraseComesBack() throws IOException {
        List<Row> rows = Row.all();
        assertThat(rows).hasSizeGreaterThan(25);
        assertThat(rows)
                .allSatisfy(row -> assertThat(found(row.name()))
                        .as("texts with %s; target/tidy/poor-words.txt lists them", row.name())
                        .isLessThanOrEqualTo(row.most())
                        .as("texts with %s: lower the number in %s", row.name(), WORDS)
                        .isGreaterThanOrEqualTo(row.most() - MOST_TO_SPARE));
    }
}

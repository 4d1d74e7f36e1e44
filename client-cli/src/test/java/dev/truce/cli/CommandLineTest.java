package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.text.Texts;
import dev.truce.engine.text.TextWidth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands from end to end, each match on a real server over TCP. */
class CommandLineTest {
    @TempDir
    private Path folder = Path.of("");

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void aDemoEndsByItselfAndItsRecordVerifies() {
        Typed demo = Typed.line("demo", "--full", "--seed", "7", "--record", file("demo.twg"));
        assertThat(demo.exit()).isZero();
        assertThat(demo.err()).isEmpty();
        assertThat(demo.lines().stream().filter(line -> line.startsWith("== Round")))
                .hasSize(12);
        assertThat(demo.out()).contains("THE BUSAN TRUCE", "== Final report == 12 rounds", "buys time, not peace");
        assertThat(demo.lines().stream().filter(line -> TextWidth.width(line) > 80))
                .isEmpty();
        assertThat(demo.lines().stream().filter(line -> !line.matches("[\\x20-\\x7e]*")))
                .isEmpty();
        assertThat(demo.hasCodes()).isFalse();

        Typed verified = Typed.line("verify", file("demo.twg"));
        assertThat(verified.exit()).isZero();
        assertThat(verified.out()).contains("Verified: a replay of 12 rounds");

        Typed replayed = Typed.line("replay", file("demo.twg"));
        assertThat(replayed.exit()).isZero();
        assertThat(replayed.out()).contains(between(demo.out(), "== Round 1 of 12", "Record "));
    }

    /** A word or an option that no command has is told, also to a person who asks for its help; a near one is named. */
    @ParameterizedTest
    @CsvSource({
        "augury --help, truce --help",
        "help augury, truce --help",
        "demoo --help, truce demo --help",
        "help demoo, truce demo --help",
        "-h demoo, truce -h demo",
        "class opne --help, truce class open --help",
        "help class opne, truce class open --help",
        "play --sde us --help, truce play --side us --help"
    })
    void whatIsUnknownIsRefusedWithHelpToo(String typed, String next) {
        Typed told = Typed.line(typed.split(" "));
        assertThat(told.exit()).isEqualTo(2);
        assertThat(told.out()).isEmpty();
        assertThat(told.err()).contains("WRONG_USAGE", "next: " + next + "\n");
    }

    @Test
    void helpBeforeACommandIsItsHelp() {
        for (String command : List.of("", " play", " class", " class open", " scenario check")) {
            Typed words = Typed.line(("help" + command).split(" "));
            assertThat(words).isEqualTo(Typed.line((command + " --help").strip().split(" ")));
            assertThat(words.exit()).isZero();
            assertThat(words.out()).contains("Usage: truce" + command);
        }
    }

    /** Nothing that a person names as a file is waited for. */
    @Test
    @Timeout(60)
    void whatIsNoFileIsRefusedAtOnce() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        for (String command : List.of("verify", "replay", "news", "scenario check")) {
            for (String path : List.of(pipe.toString(), folder.toString(), "/dev/zero", "/dev/null")) {
                List<String> line = new ArrayList<>(List.of(command.split(" ")));
                line.add(path);
                Typed told = Typed.line(line.toArray(String[]::new));
                assertThat(told.exit()).as(line.toString()).isEqualTo(1);
                assertThat(told.err())
                        .as(line.toString())
                        .contains(
                                "FILE_UNREADABLE", path, path.equals(folder.toString()) ? "is a folder" : "is a pipe");
            }
        }
    }

    @Test
    void settingsLieUnderTheHomeThatTheEnvironmentNames() {
        Map<String, String> home = Map.of("HOME", folder.toString(), "TRUCE_CONFIG", "", "XDG_CONFIG_HOME", "");
        assertThat(Typed.typing(home, "", "accessible", "on").exit()).isZero();
        assertThat(folder.resolve(".config/truce/settings")).exists();
    }

    private static String between(String text, String from, String to) {
        return text.substring(text.indexOf(from), text.indexOf(to));
    }

    @Test
    void theSameSeedGivesTheSameDemo() {
        Typed first = Typed.line("demo", "--seed", "11", "--rounds", "5", "--record", file("a.twg"));
        Typed again = Typed.line("demo", "--seed", "11", "--rounds", "5", "--record", file("a.twg"));
        Typed other = Typed.line("demo", "--seed", "12", "--rounds", "5", "--record", file("a.twg"));
        assertThat(withoutAddress(again)).isEqualTo(withoutAddress(first));
        assertThat(withoutAddress(other)).isNotEqualTo(withoutAddress(first));
    }

    private static String withoutAddress(Typed typed) {
        return typed.out().replaceAll("127\\.0\\.0\\.1:\\d+", "ADDRESS");
    }

    @Test
    void demoJsonFitsItsSchemaAndSaysWhatReplayJsonSays() throws IOException {
        Typed demo = Typed.line("demo", "--seed", "7", "--rounds", "6", "--json", "--record", file("j.twg"));
        assertThat(demo.exit()).isZero();
        assertThat(demo.lines()).hasSize(8);
        PublishedSchema.named("demo-output").assertFits(demo.lines());
        Typed replay = Typed.line("replay", file("j.twg"), "--json");
        assertThat(replay.lines().subList(0, 7)).isEqualTo(demo.lines().subList(0, 7));
        assertThat(Typed.line("replay", file("j.twg"), "--json", "--round", "3").lines())
                .isEqualTo(demo.lines().subList(3, 4));
    }

    @Test
    void aRecordThatWasTouchedDiffersFromItsRoundOn() throws IOException {
        Typed.line("demo", "--seed", "7", "--rounds", "6", "--record", file("r.twg"));
        List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve("r.twg")));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("4. ")) {
                lines.set(i, lines.get(i).replaceFirst("FENT=\\d+", "FENT=25"));
            }
        }
        Files.writeString(folder.resolve("touched.twg"), String.join("\n", lines) + "\n");
        Typed verified = Typed.line("verify", file("touched.twg"));
        assertThat(verified.exit()).isEqualTo(3);
        assertThat(verified.out()).isEmpty();
        assertThat(verified.err()).contains("error RECORD_DIFFERS: touched.twg differs in round 4");
        assertThat(Typed.line("replay", file("touched.twg"), "--round", "2").exit())
                .isEqualTo(3);

        Files.writeString(folder.resolve("cut.twg"), lines.get(0) + "\n");
        assertThat(Typed.line("verify", file("cut.twg")).exit()).isEqualTo(3);
        assertThat(Typed.line("verify", file("cut.twg")).err()).contains("error RECORD_TRUNCATED");
    }

    @Test
    void aMatchWhoseSeedNobodyChoseTellsItAtItsEnd() throws IOException {
        Files.write(folder.resolve("ready.txt"), List.of("ready", "close", "quit"));
        Typed played = Typed.line(
                "play", "--rounds", "1", "--script", file("ready.txt"), "--vs", "hold", "--record", file("s.twg"));
        assertThat(played.exit()).isZero();
        assertThat(played.lines().get(0)).endsWith("against hold   1 round").doesNotContain("seed");
        Matcher seed = Pattern.compile("\\[Seed \"(-?\\d+)\"]\n\\[SeedBy \"server\"]\n")
                .matcher(Files.readString(folder.resolve("s.twg")));
        assertThat(seed.find()).isTrue();
        // One in 2^32 of the seeds that a server draws is as short as this.
        assertThat(Math.abs(Long.parseLong(seed.group(1)))).isGreaterThan(1L << 31);
        int end = played.out().indexOf("== Final report ==");
        assertThat(played.out().indexOf(seed.group(1))).isGreaterThan(end);
        assertThat(played.out()).contains("The seed was " + seed.group(1));
        Typed verified = Typed.line("verify", file("s.twg"));
        assertThat(verified.exit()).isZero();
        assertThat(verified.out()).contains("says that a server drew the seed");
        Typed json = Typed.line("verify", file("s.twg"), "--json");
        assertThat(json.out()).contains("\"seed_hash\":\"");
        PublishedSchema.named("command-output").assertFits(json.lines());
    }

    @Test
    void aMatchThatIsPlayedAgainWithItsSeedHasTheSameChain() throws IOException {
        Files.write(folder.resolve("ready.txt"), List.of("ready", "close", "ready", "close", "quit"));
        String[] line = {"play", "--rounds", "2", "--script", file("ready.txt"), "--vs", "random", "--record"};
        assertThat(Typed.line(with(line, file("1.twg"))).exit()).isZero();
        List<String> first = Files.readAllLines(folder.resolve("1.twg"));
        Matcher seed = Pattern.compile("\\[Seed \"(-?\\d+)\"]").matcher(String.join("\n", first));
        assertThat(seed.find()).isTrue();
        Typed again = Typed.line(with(line, file("2.twg"), "--seed=" + seed.group(1)));
        assertThat(again.exit()).as(again.err()).isZero();
        List<String> second = Files.readAllLines(folder.resolve("2.twg"));
        assertThat(second).contains("[SeedBy \"creator\"]");
        assertThat(second.get(second.size() - 1)).isEqualTo(first.get(first.size() - 1));
        assertThat(Typed.line("verify", file("2.twg")).out()).contains(Texts.of("verify.seed.chosen"));
        Typed json = Typed.line("verify", file("2.twg"), "--json");
        assertThat(json.out()).contains("\"seed_chosen\":true");
        PublishedSchema.named("command-output").assertFits(json.lines());
    }

    private static String[] with(String[] line, String... more) {
        return Stream.concat(Stream.of(line), Stream.of(more)).toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"us", "cn"})
    void aScriptPlaysAWholeMatchAndItsRecordVerifies(String side) throws IOException {
        List<String> script = new ArrayList<>(List.of("legal", "try", "pacts", "help", "explain snap-back"));
        for (int round = 1; round <= 5; round++) {
            script.addAll(List.of("state", "try RECIP=20", "keep", "commit", "ready", "close", "why"));
        }
        script.addAll(List.of("history", "show round 4", "quit"));
        Files.write(folder.resolve("script.txt"), script);
        Typed played = Typed.line(
                "play",
                "--side",
                side,
                "--vs",
                "tft",
                "--seed",
                "5",
                "--rounds",
                "5",
                "--script",
                file("script.txt"),
                "--record",
                file("p.twg"));
        assertThat(played.exit()).isZero();
        assertThat(played.err()).isEmpty();
        assertThat(played.lines().stream().filter(line -> TextWidth.width(line) > 80))
                .isEmpty();
        assertThat(played.out())
                .contains("Preview of", "Sent and saved", "== Round 5 of 5", "== Final report == 5 rounds")
                .contains("Not ordered, these fall back by themselves this round: ");
        assertThat(Typed.line("verify", file("p.twg")).exit()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        demo --sed 7                | 2 | WRONG_USAGE     | next: truce demo --seed
        demoo                       | 2 | WRONG_USAGE     | next: truce demo
        demo --seed seven           | 2 | WRONG_USAGE     | next: truce demo --help
        demo --rounds 65            | 2 | OUT_OF_RANGE    | next: --rounds 12
        demo --us trf               | 2 | UNKNOWN_BOT     | next: --us tft
        play --vs hwak              | 2 | UNKNOWN_BOT     | next: --vs hawk
        play --side eu              | 2 | WRONG_USAGE     | next: truce play --help
        play --script none.txt      | 1 | FILE_UNREADABLE | next: --script FILE
        verify none.twg             | 1 | FILE_UNREADABLE | none.twg does not exist
        verify                      | 2 | WRONG_USAGE     | next: truce verify --help
        join localhost:99999 7QKM   | 2 | BAD_ADDRESS     | next: truce join 127.0.0.1:7788 CODE
        join a b c                  | 2 | WRONG_USAGE     | next:
        join 127.0.0.1:1 7QKM       | 1 | UNREACHABLE     | 127.0.0.1:1 does not answer
        serve --host 0.0.0.0        | 1 | EXPOSED_WITHOUT_CONSENT | unchanged: everything; no server was started
        serve --tls-cert x.pem      | 2 | WRONG_USAGE     | next: --tls-cert FILE.pem --tls-key FILE.pem
        serve --port 70000          | 1 | BAD_OPTION      | unchanged: everything; no server was started
        """)
    void whatIsAskedWronglyNamesTheWrongThingAndWhatIsRight(String line, int exit, String code, String part) {
        Typed typed = Typed.line(line.split(" "));
        assertThat(typed.err()).contains("error " + code + ": ").contains(part);
        assertThat(typed.err())
                .contains("\n  unchanged: ")
                .contains("\n  next: ")
                .doesNotContain("\tat ");
        assertThat(typed.exit()).isEqualTo(exit);
        assertThat(typed.out()).isEmpty();
    }

    @Test
    void aRecordAsJsonIsRefusedWithTheNameOfItsTextForm() throws IOException {
        Files.writeString(folder.resolve("match.jsonl"), "{\"truce_record\":1,\"seed\":\"42\"}\n");
        for (String command : List.of("verify", "replay")) {
            Typed typed = Typed.line(command, file("match.jsonl"));
            assertThat(typed.exit()).isEqualTo(3);
            assertThat(typed.err())
                    .contains("error RECORD_MACHINE_FORM: ", "the text form (.twg)")
                    .contains("next: truce verify " + file("match.twg"));
        }
    }

    @Test
    void errorsAreJsonObjectsWhereJsonIsAskedFor() {
        Typed typed = Typed.line("verify", "none.twg", "--json");
        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.err())
                .startsWith("{\"type\":\"error\",\"code\":\"FILE_UNREADABLE\",")
                .contains("\"field\":", "\"legal\":", "\"unchanged\":", "\"next\":");
        assertThat(Typed.line("demo", "--json", "--us", "nobody").err()).contains("\"code\":\"UNKNOWN_BOT\"");
    }

    @Test
    void stackTracesAreForThoseWhoAskForThem() {
        assertThat(Typed.line("verify", "none.twg", "--debug").err()).contains("\tat dev.truce.cli");
    }

    @Test
    void everyCommandHasHelpWithinEightyColumns() {
        for (String command : List.of(
                "demo",
                "play",
                "serve",
                "room",
                "join",
                "serve-bot",
                "verify",
                "replay",
                "news",
                "pool",
                "oracle",
                "psro")) {
            Typed help = Typed.line(command, "--help");
            assertThat(help.exit()).as(command).isZero();
            assertThat(help.out()).contains("Usage: truce " + command);
            assertThat(help.lines().stream().filter(line -> line.length() > 80)).isEmpty();
        }
        assertThat(Typed.line("--version").out()).startsWith("truce ");
    }

    @Test
    void withoutASeatPlainTruceSaysWhatThereIs() {
        Typed plain = Typed.line();
        assertThat(plain.exit()).isZero();
        assertThat(plain.out()).contains("demo", "play", "join");
    }
}

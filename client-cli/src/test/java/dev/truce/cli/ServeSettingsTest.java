package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.config.Setting;
import dev.truce.cli.operate.SettingOptions;
import dev.truce.cli.room.RoomOptions;
import dev.truce.story.words.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What a server is told by options, the environment and a file, from end to end. */
class ServeSettingsTest {
    private static final Path PAGE = Path.of("..", "docs", "use", "running-a-server.md");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theConfigIsShownWithWhoSaysSo() throws Exception {
        Path file = Files.writeString(folder.resolve("truce.yaml"), "port: 7001\nproxy_protocol: true\n");
        Typed shown = Typed.typing(
                Map.of("TRUCE_SERVE_NAME", "truce.example", "TRUCE_SERVE_CONFIG", file.toString()),
                "",
                "serve",
                "--show-config",
                "--no-proxy-protocol",
                "--allow-origin",
                "https://a.example");
        assertThat(shown.err()).isEmpty();
        assertThat(shown.exit()).isZero();
        assertThat(shown.lines().stream().map(line -> line.replaceAll(" {2,}", " ")))
                .contains(
                        "host: \"127.0.0.1\" # default".replace("\"", ""),
                        "port: 7001 # " + file + ":1:7: port",
                        "name: truce.example # TRUCE_SERVE_NAME",
                        "allow_origin: [\"https://a.example\"] # --allow-origin",
                        "proxy_protocol: false # --proxy-protocol",
                        "# tls_cert: # not set");
        assertThat(shown.lines()).hasSize(Setting.values().length);
    }

    private static final Map<String, String> OF_ROOMS = Map.ofEntries(
            Map.entry("--seed", "1"),
            Map.entry("--rounds", "4"),
            Map.entry("--us", "tft"),
            Map.entry("--cn", "tft"),
            Map.entry("--minutes", "5"),
            Map.entry("--grace", "5"),
            Map.entry("--absence", "hold"),
            Map.entry("--cards", ""),
            Map.entry("--seats", "US:3,CN:2"),
            Map.entry("--mode", "HEAD"),
            Map.entry("--bots", "US.1=tft"));

    static List<String> optionsOfRooms() {
        return CommandSpec.forAnnotatedObject(new RoomOptions()).options().stream()
                .map(OptionSpec::longestName)
                .filter(name -> !name.equals("--scenario"))
                .toList();
    }

    /** What is typed for a room is not dropped because no room opens. */
    @ParameterizedTest
    @MethodSource("optionsOfRooms")
    void anOptionOfARoomIsRefusedWithoutARoom(String option) throws Exception {
        Path cards = Files.writeString(folder.resolve("cards.txt"), "3 leak CN.SOY\n");
        String value = Objects.requireNonNull(OF_ROOMS.get(option), option);
        Typed typed = Typed.line(
                "serve",
                option,
                value.isEmpty() ? cards.toString() : value,
                "--data",
                folder.resolve("d").toString(),
                "--port",
                "0",
                "--show-config");
        assertThat(typed.exit()).as(typed.out()).isEqualTo(2);
        assertThat(typed.err().replaceAll("\\s+", " "))
                .contains("error WRONG_USAGE: " + option, "next: truce serve --room " + option);
        assertThat(folder.resolve("d")).doesNotExist();
    }

    /** A thread that still loads a library while the program ends would report that the library is gone. */
    @Test
    void whatIsLoadedBesideIsLoadedBeforeTheProgramEnds() {
        for (String[] line :
                new String[][] {{"serve", "--show-config"}, {"serve", "--port", "x"}, {"serve", "--help"}}) {
            Typed.line(line);
            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .doesNotContain("truce-prepare");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "port: [\n", "- 1\n", "7788", "port: {a: 1}\n", "port: 1\n---\nport: 2\n", "port: &a 1\n"})
    void aFileThatIsNoFileOfSettingsIsABadConfig(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("truce.yaml"), text);
        for (Language language : Language.values()) {
            Typed typed = Typed.line(
                    "serve",
                    "--config",
                    file.toString(),
                    "--lang",
                    language.name().toLowerCase(Locale.ROOT));
            assertThat(typed.exit()).isEqualTo(1);
            assertThat(typed.err()).contains("BAD_CONFIG", "truce.yaml").doesNotContain("scenario", "\u60c5\u666f");
        }
    }

    @Test
    void whatIsShownIsAFileOfTheSameSettings() throws Exception {
        String[] line = {"serve", "--show-config", "--data", "a b: # c", "--host", "::1", "--port", "7001"};
        List<String> shown = Typed.line(line).lines();
        Path file = Files.write(folder.resolve("truce.yaml"), shown);
        Typed again = Typed.line("serve", "--show-config", "--config", file.toString());
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(again.lines().stream().map(ServeSettingsTest::withoutRemark))
                .isEqualTo(shown.stream().map(ServeSettingsTest::withoutRemark).toList());
    }

    private static String withoutRemark(String line) {
        return line.replaceAll("\\s+# [^#]*$", "");
    }

    @Test
    void whatIsSetWronglyNamesThePlaceAndWhatIsRight() throws Exception {
        Path file = Files.writeString(folder.resolve("truce.yaml"), "prot: 7001\n");
        Typed unknown = Typed.line("serve", "--config", file.toString());
        assertThat(unknown.exit()).isEqualTo(1);
        assertThat(unknown.err().replaceAll("\\s+", " "))
                .contains("error UNKNOWN_SETTING: there is no setting 'prot'", ":1:7: prot", "next: port;");
        Typed bad = Typed.typing(Map.of("TRUCE_SERVE_PORT", "70000"), "", "serve");
        assertThat(bad.err())
                .contains(
                        "error BAD_OPTION: port is '70000' (TRUCE_SERVE_PORT)", "next: a whole number from 0 to 65535");
        Files.writeString(file, "port: [\n");
        Typed broken = Typed.line("serve", "--config", file.toString());
        assertThat(broken.exit()).isEqualTo(1);
        assertThat(broken.err()).contains("error BAD_CONFIG: ");
    }

    @Test
    void thePageForOperatorsHasTheTableOfSettings() throws Exception {
        assertThat(Files.readString(PAGE)).contains(table());
    }

    /** As Markdown. */
    private static String table() {
        Stream<String> rows = Stream.of(Setting.values())
                .map(setting -> "| `%s` | `%s` | `%s` | %s | %s |"
                        .formatted(
                                (setting.option() + " " + setting.label()).strip(),
                                setting.variable(),
                                setting.key(),
                                setting.usual().isEmpty() ? "" : "`" + setting.usual() + "`",
                                SettingOptions.description(setting).replaceAll(" Default: .*", "")));
        return Stream.concat(
                        Stream.of("| option | variable | key | default | meaning |", "|---|---|---|---|---|"), rows)
                .reduce("", (all, row) -> all + row + "\n");
    }
}

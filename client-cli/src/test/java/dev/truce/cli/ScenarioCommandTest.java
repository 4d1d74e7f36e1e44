package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.text.TextWidth;
import dev.truce.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Choosing, checking and playing scenarios from the command line. */
class ScenarioCommandTest {
    private static final String MINE = """
        base: busan-2025
        id: mine
        titles: {en: "Mine", zh: "我的"}
        horizon: {fixed: {rounds: 3}}
        knobs: {false_alarm: 0.2}
        anchors: computed
        """;

    private static final String LESS = """
        base: busan-2025
        id: less
        titles: {en: "Less", zh: "少"}
        horizon: {fixed: {rounds: 4}}
        instruments: {us.port_fee: none, cn.port_fee: none, cn.unreliable_entities: none}
        anchors: computed
        """;

    @TempDir
    private Path folder = Path.of("");

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private String written(String text) throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), text);
        return file("mine.yaml");
    }

    @Test
    void theListNamesEveryScenarioThatShips() {
        Typed list = Typed.line("scenario", "list");
        assertThat(list.exit()).isZero();
        for (String id : Scenarios.ids()) {
            assertThat(list.out()).contains(id);
        }
        assertWithinEightyColumns(list);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "busan-2025",
                "busan-2026",
                "class-2026",
                "class-8",
                "fog-2026",
                "quiet-2026",
                "geneva-2025",
                "history-2018",
                "symmetric"
            })
    void showTellsTheHashAndFitsTheScreen(String id) {
        Typed shown = Typed.line("scenario", "show", id);
        assertThat(shown.exit()).isZero();
        assertThat(shown.out()).contains("sha256:" + Scenarios.named(id).hash(), "FENT", "ENFORCE");
        assertWithinEightyColumns(shown);
    }

    @Test
    void theTextOfAShippedScenarioIsThatOfItsFile() {
        assertThat(Typed.line("scenario", "show", "class-8", "--text").out().strip())
                .isEqualTo(Scenarios.text("class-8").strip());
    }

    @Test
    void historyIsReplayedRoundByRoundBesideTheReportedAverages() {
        Typed replay = Typed.line("scenario", "replay", "history-2018");
        assertThat(replay.exit()).isZero();
        assertThat(replay.lines().stream().filter(line -> line.startsWith("Round ")))
                .hasSize(32);
        assertThat(replay.out())
                .contains("Round 3  2018Q3", "US 12.0 (12.0 published)", "CN 18.3 (18.3 published)")
                .contains("RECIP 0.8->9", "entered into force", "US 47.0 (47.0 seed)")
                .contains("32 rounds; largest distance between displayed and reported: US 0.0, China 0.1");
        assertWithinEightyColumns(replay);
    }

    @Test
    void aFileIsCheckedPlayedRecordedAndVerifiedWithItsHash() throws IOException {
        String mine = written(MINE);
        Typed checked = Typed.line("scenario", "check", mine);
        assertThat(checked.exit()).as(checked.err()).isZero();
        String hash = Scenarios.load(MINE, "mine.yaml").hash();
        assertThat(checked.out()).contains("mine.yaml is a scenario: mine", hash);

        Typed demo = Typed.line("demo", "--full", "--scenario", mine, "--seed", "3", "--record", file("m.twg"));
        assertThat(demo.exit()).as(demo.err()).isZero();
        assertThat(demo.out()).contains("  mine  rules ", "== Round 3 of 3");
        assertThat(Files.readString(folder.resolve("m.twg"))).contains("mine", hash);

        assertThat(Typed.line("verify", file("m.twg"), "--scenario", mine).out())
                .contains("a replay of 3 rounds");
        assertThat(Typed.line("replay", file("m.twg"), "--scenario", mine).exit())
                .isZero();
        Typed unknown = Typed.line("verify", file("m.twg"));
        assertThat(unknown.exit()).isEqualTo(3);
        assertThat(unknown.err()).contains("RECORD_UNKNOWN_SCENARIO", "--scenario FILE.yaml");
        Files.writeString(folder.resolve("mine.yaml"), MINE.replace("0.2", "0.3"));
        assertThat(Typed.line("verify", file("m.twg"), "--scenario", mine).err())
                .contains("RECORD_OTHER_SCENARIO");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void whatAScenarioLeavesOutIsOnNoScreen(String language) throws IOException {
        String less = written(LESS);
        for (String[] line : new String[][] {
            {"scenario", "show", less},
            {"demo", "--full", "--scenario", less, "--seed", "3", "--us", "hawk", "--cn", "negotiator"},
            {"demo", "--scenario", less, "--seed", "3", "--us", "tft", "--cn", "negotiator", "--json"},
        }) {
            String[] spoken = Stream.concat(Stream.of(line), Stream.of("--lang", language))
                    .toArray(String[]::new);
            Typed typed = Typed.line(spoken);
            assertThat(typed.exit()).as(typed.err()).isZero();
            assertThat(typed.out())
                    .doesNotContain("PORT ", "PORT=", "PORT<", "port_fee", "port fee", "UEL", "港口费", "实体清单");
        }
        String commands =
                "state\nlegal\noffers\nRECIP=20\ncheck\noffer deep for 3\npacts\nstance\ncommit\nrecap\nwhy\nquit\n";
        Typed played = Typed.typing(commands, "play", "--scenario", less, "--seed", "3", "--lang", language);
        assertThat(played.err()).doesNotContain("INTERNAL");
        assertThat(played.out()).doesNotContain("PORT ", "PORT=", "PORT<", "port fee", "UEL", "港口费", "实体清单");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void noHelpOrHintNamesWhatAScenarioLeavesOut(String language) throws IOException {
        String commands = "help\nhelp all\nhelp threaten\nhelp set\nhelp draft\nhelp state\nhelp why\nexplain lever\n"
                + "threaten RECIP\nthreaten RECIP=34 by r9 unless US.RECIP<=0\nquit\n";
        Typed played = Typed.typing(commands, "play", "--scenario", written(LESS), "--seed", "3", "--lang", language);
        assertThat(played.err()).contains("threaten RECIP=34 by r3 unless RECIP<=0");
        assertThat(played.out() + played.err()).doesNotContainPattern("\\b(PORT|UEL)\\b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        PORT=50                    | UNKNOWN_INSTRUMENT
        legal PORT                 | UNKNOWN_INSTRUMENT
        state CN.PORT              | UNKNOWN_INSTRUMENT
        offer CN.PORT<=0 for 2     | UNKNOWN_INSTRUMENT
        threaten PORT=50 by r3     | UNKNOWN_INSTRUMENT
        break PORT                 | UNKNOWN_INSTRUMENT
        """)
    void whatAScenarioLeavesOutCannotBeNamed(String line, String code) throws IOException {
        Typed typed = Typed.typing(line + "\n", "play", "--scenario", written(LESS), "--seed", "3");
        assertThat(typed.err()).contains("error " + code + ": ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"geneva-2025", "history-2018", "symmetric"})
    void aDemoPlaysAShippedScenarioToItsEnd(String id) {
        Typed demo = Typed.line(
                "demo", "--full", "--scenario", id, "--seed", "5", "--rounds", "4", "--record", file("d.twg"));
        assertThat(demo.exit()).as(demo.err()).isZero();
        assertThat(demo.out())
                .contains(
                        "  " + id + "  rules ",
                        "== Round 4 of 4",
                        Scenarios.named(id).titles().english().toUpperCase(java.util.Locale.ROOT))
                .doesNotContain("THE BUSAN TRUCE");
        assertThat(Typed.line("verify", file("d.twg")).exit()).isZero();
        assertWithinEightyColumns(demo);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        demo --scenario genva-2025        | 2 | UNKNOWN_SCENARIO | next: --scenario geneva-2025
        scenario show moon.yaml           | 1 | FILE_UNREADABLE  | moon.yaml does not exist
        scenario replay busan-2025        | 1 | NO_SCRIPT        | busan-2025 has no script
        """)
    void whatIsNamedWronglyIsToldWithWhatIsRight(String line, int exit, String code, String part) {
        Typed typed = Typed.line(line.split(" "));
        assertThat(typed.err()).contains("error " + code + ": ").contains(part);
        assertThat(typed.exit()).isEqualTo(exit);
    }

    @ParameterizedTest
    @CsvSource({
        "false_alarm: 0.2, false_alarm: 2, OUT_OF_RANGE, knobs.false_alarm",
        "false_alarm: 0.2, fals_alarm: 0.2, UNKNOWN_KEY, nearest: 'false_alarm'",
        "id: mine, id: busan-2025, SCENARIO_ID_TAKEN, busan-2025"
    })
    void aWrongFileIsToldByCodeLineAndKey(String right, String wrong, String code, String part) throws IOException {
        Typed typed = Typed.line("scenario", "check", written(MINE.replace(right, wrong)));
        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.err().replaceAll("\\s+", " ")).contains("error " + code + ": ", part);
    }

    private static void assertWithinEightyColumns(Typed typed) {
        assertThat(typed.lines().stream().filter(line -> TextWidth.width(line) > 80))
                .isEmpty();
    }
}

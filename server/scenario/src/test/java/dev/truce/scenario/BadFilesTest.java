package dev.truce.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.truce.engine.scenario.Horizon;
import dev.truce.scenario.ScenarioException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused, with the code and the place that the author of a file is told. */
class BadFilesTest {
    private static final String BUSAN = Scenarios.text("busan-2025-r2");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "headline_base: 27                    | headline_base: 27\\nheadline_base: 27    | DUPLICATE_KEY  | ",
                "headline_base: 27                    | headline_base: many                     | WRONG_TYPE     | headline_base",
                "headline_base: 27                    | headline_base: \"27\"                    | WRONG_TYPE     | headline_base",
                "headline_base: 27                    | headline_base: 27.5                     | WRONG_TYPE     | headline_base",
                "headline_base: 27                    | headline_base: .inf                     | WRONG_TYPE     | headline_base",
                "headline_base: 27                    | headline_base: 0x1B                     | WRONG_TYPE     | headline_base",
                "headline_base: 27                    | headline_base: 9000                     | OUT_OF_RANGE   | headline_base",
                "headline_base: 27                    | headline_base: &a 27                    | NOT_PLAIN      | headline_base",
                "headline_base: 27                    | headline_base: !!int 27                 | NOT_PLAIN      | headline_base",
                "headline_base: 27                    | headline_base: *a                       | NOT_PLAIN      | headline_base",
                "headline_base: 27                    | headline_base: [27]                     | WRONG_TYPE     | headline_base",
                "headline_base: 27                    | headline_base: {27                      | NOT_YAML       | ",
                "false_alarm: 0.12                    | false_alarm: 1.5                         | OUT_OF_RANGE   | knobs.false_alarm",
                "grace: true                          | grace: yes                               | WRONG_TYPE     | knobs.grace",
                "first_quarter: 2026Q1                | first_quarter: 2026Q5                    | WRONG_TYPE     | calendar.first_quarter",
                "summits: [2, 4, 8, 12]               | summits: [2, 4, 4, 12]                   | INCONSISTENT   | calendar.summits[2]",
                "summits: [2, 4, 8, 12]               | summits: 2                               | WRONG_TYPE     | calendar.summits",
                "at_most: 16                          | at_most: 9                               | OUT_OF_RANGE   | horizon.hidden.at_most",
                "us.chip_control: licensed            | us.chip_control: sealed                  | NOT_ON_LADDER  | agreement.clauses.us.chip_control",
                "war_us: -47.764042324396925          | war_us: 20                               | INCONSISTENT   | anchors",
                "stock: 0.35                          | stock: 0.95                              | INCONSISTENT   | economy.rare_earths",
                "{level: 5, depth: 0.325,             | {level: 50, depth: 0.325,                | INCONSISTENT   | instruments.us.fentanyl_tariff.ladder[2].level",
                "{level: 5, depth: 0.325,             | {level: 5, depth: 0.625,                 | INCONSISTENT   | instruments.us.fentanyl_tariff.ladder[1].depth",
                "{level: 5, depth: 0.325,             | {level: five, depth: 0.325,              | WRONG_TYPE     | instruments.us.fentanyl_tariff.ladder[1].level",
                "en: \"fentanyl\", zh: \"芬太尼关税\"  | en: \"fentanyl\", zh: \"芬太尼的关税\"   | OUT_OF_RANGE   | instruments.us.fentanyl_tariff.short",
                "en: \"Busan truce, second ruleset\"  | en: \"Busan \\e[2J\"                     | OUT_OF_RANGE   | titles.en",
                "en: \"Busan truce, second ruleset\"  | en: \" \"                                | OUT_OF_RANGE   | titles.en",
                "level: active, depth: 0, en: \"active\", zh: \"进行中\" | level: paused, depth: 0, en: \"active\", zh: \"进行中\" | INCONSISTENT | instruments.us.section301_investigation.ladder[1].level",
            })
    void isRefusedWithCodeAndPath(String right, String wrong, Code code, String path) {
        assertThat(BUSAN).contains(right);
        String text = BUSAN.replaceFirst(
                java.util.regex.Pattern.quote(right),
                java.util.regex.Matcher.quoteReplacement(wrong.replace("\\n", "\n")));
        ScenarioException e = catchThrowableOfType(ScenarioException.class, () -> Scenarios.load(text, "mine.yaml"));
        assertThat(e).as("%s is loaded", wrong).isNotNull();
        assertThat(e.code()).as(e.getMessage()).isEqualTo(code);
        assertThat(e.path()).isEqualTo(path == null ? "" : path);
        assertThat(e.getMessage()).startsWith("mine.yaml:" + e.line() + ":" + e.column());
        assertThat(e.line()).isPositive();
    }

    @Test
    void theLineIsThatOfTheMistake() {
        String text = BUSAN.replace("false_alarm: 0.12", "false_alarm: lots");
        int line = 1
                + (int) text.substring(0, text.indexOf("false_alarm: lots"))
                        .lines()
                        .count()
                - 1;
        assertThatThrownBy(() -> Scenarios.load(text, "mine.yaml"))
                .isInstanceOfSatisfying(ScenarioException.class, e -> {
                    assertThat(e.line()).isEqualTo(line);
                    assertThat(e.column()).isEqualTo("  false_alarm: ".length() + 1);
                });
    }

    @Test
    void aTextOfMoreThan256KiBIsRefusedUnread() {
        String text = BUSAN + "#".repeat(Scenarios.MAX_TEXT_BYTES);
        assertThatThrownBy(() -> Scenarios.load(text, "big.yaml"))
                .isInstanceOfSatisfying(
                        ScenarioException.class, e -> assertThat(e.code()).isEqualTo(Code.TOO_LARGE));
    }

    @Test
    void theSizeLimitCountsBytesNotCharacters() {
        String text = "#" + "汉".repeat(Scenarios.MAX_TEXT_BYTES / 3);
        assertThatThrownBy(() -> Scenarios.load(text + "汉", "big.yaml"))
                .isInstanceOfSatisfying(
                        ScenarioException.class, e -> assertThat(e.code()).isEqualTo(Code.TOO_LARGE));
    }

    @ParameterizedTest
    @CsvSource({"[", "'{a: '", "'- '"})
    void deepNestingIsRefusedBeforeItFillsTheStack(String opening) {
        assertThatThrownBy(() -> Scenarios.load(opening.repeat(40_000), "deep.yaml"))
                .isInstanceOfSatisfying(
                        ScenarioException.class, e -> assertThat(e.code()).isEqualTo(Code.TOO_DEEP));
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "'# nothing but a comment'",
        "'a: 1\n---\nb: 2'",
        "'a: \u0007'",
        "'[1, 2'",
        "'%YAML 9.9\n---\na: 1'"
    })
    void whatIsNotOneDocumentIsNoScenario(String text) {
        assertThatThrownBy(() -> Scenarios.load(text, "odd.yaml"))
                .isInstanceOfSatisfying(
                        ScenarioException.class, e -> assertThat(e.code()).isEqualTo(Code.NOT_YAML));
    }

    @Test
    void aListIsNoScenario() {
        assertThatThrownBy(() -> Scenarios.load("[1, 2]", "odd.yaml"))
                .isInstanceOfSatisfying(
                        ScenarioException.class, e -> assertThat(e.code()).isEqualTo(Code.WRONG_TYPE));
    }

    @Test
    void anUnknownIdIsAnsweredWithThoseThatShip() {
        assertThatThrownBy(() -> Scenarios.named("moon-2030"))
                .hasMessageContaining(String.join(", ", Scenarios.ids()))
                .isInstanceOfSatisfying(
                        ScenarioException.class, e -> assertThat(e.code()).isEqualTo(Code.UNKNOWN_SCENARIO));
        assertThat(Scenarios.named("busan-2025-r2")).isSameAs(Scenarios.busan2025R2());
    }

    @Test
    void aKnownLengthMayReplaceTheHiddenOne() {
        String text = BUSAN.replace("{hidden: {at_least: 10, go_on: 0.8, at_most: 16}}", "{fixed: {rounds: 6}}");
        assertThat(Scenarios.load(text, "class.yaml").horizon()).isEqualTo(new Horizon.Fixed(6));
    }
}

package dev.truce.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.scenario.Anchors;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.scenario.Scenario;
import dev.truce.scenario.ScenarioException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that start from a shipped scenario and say only what is different. */
class BaseTest {
    private static final String HEAD =
            "base: busan-2025-r1\nid: mine\ntitles: {en: \"Mine\", zh: \"我的\"}\nanchors: computed\n";
    private static final Scenario R1 = Scenarios.busan2025R1();

    @Test
    void whatTheFileDoesNotSayIsThatOfItsBase() {
        Scenario mine = load("knobs: {false_alarm: 0.5}\n");
        assertThat(mine.knobs().falseAlarm()).isEqualTo(.5);
        assertThat(mine.knobs().signalNoise()).isEqualTo(R1.knobs().signalNoise());
        assertThat(mine.instruments()).isEqualTo(R1.instruments());
        assertThat(mine.us()).isEqualTo(R1.us());
        assertThat(mine.truce()).isEqualTo(R1.truce());
        assertThat(mine.hash()).matches("[0-9a-f]{64}").isNotEqualTo(R1.hash());
    }

    @Test
    void clausesAndTheHorizonReplaceThoseOfTheBaseAsAWhole() {
        Scenario mine = load("agreement: {clauses: {us.port_fee: 0, cn.port_fee: 0}}\nhorizon: {fixed: {rounds: 5}}\n");
        assertThat(mine.truce().stream().map(clause -> clause.instrument()))
                .containsExactly(Instrument.US_PORT_FEE, Instrument.CN_PORT_FEE);
        assertThat(mine.truceTitles()).isEqualTo(R1.truceTitles());
        assertThat(mine.horizon()).isEqualTo(new Horizon.Fixed(5));
    }

    @Test
    void aLadderReplacesTheBasesLadder() {
        Scenario mine = load("""
                instruments:
                  cn.agri_tariff:
                    ladder:
                      - {level: 0, depth: 0.05, en: "0 %", zh: "0%"}
                      - {level: 10, depth: 0, en: "10 %", zh: "10%"}
                """);
        assertThat(mine.spec(Instrument.CN_AGRI_TARIFF).ladder()).hasSize(2);
        assertThat(mine.spec(Instrument.CN_AGRI_TARIFF).source())
                .isEqualTo(R1.spec(Instrument.CN_AGRI_TARIFF).source());
    }

    @ParameterizedTest
    @CsvSource({"id: mine, id", "'titles: {en: \"Mine\", zh: \"我的\"}', titles", "anchors: computed, anchors"})
    void itsNameAndItsScaleAFileMustSayItself(String line, String key) {
        ScenarioException e = catchThrowableOfType(
                ScenarioException.class, () -> Scenarios.load(HEAD.replace(line + "\n", ""), "mine.yaml"));
        assertThat(e.code()).isEqualTo(Code.MISSING_KEY);
        assertThat(e.getMessage()).startsWith("mine.yaml:1:1").contains(key);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "knobs: {false_alarms: 0.5} | UNKNOWN_KEY | knobs.false_alarms | 5",
                "knobs: {false_alarm: 5} | OUT_OF_RANGE | knobs.false_alarm | 5",
                "knobs: 5 | WRONG_TYPE | knobs | 5",
                "horizon: {hidden: {at_least: 4}} | MISSING_KEY | horizon.hidden | 5",
                "agreement: {clauses: {us.port_fee: 7}} | NOT_ON_LADDER | agreement.clauses.us.port_fee | 5",
            })
    void aMistakeIsFoundInTheFileItself(String line, Code code, String path, int at) {
        ScenarioException e = catchThrowableOfType(ScenarioException.class, () -> load(line + "\n"));
        assertThat(e.code()).isEqualTo(code);
        assertThat(e.path()).isEqualTo(path);
        assertThat(e.where()).startsWith("mine.yaml");
        assertThat(e.line()).isEqualTo(at);
    }

    @ParameterizedTest
    @CsvSource({
        "base: moon-2030, UNKNOWN_SCENARIO",
        "base: 'base: [busan-2025]', WRONG_TYPE",
        "base: ../busan-2025, WRONG_TYPE"
    })
    void aBaseIsAShippedScenario(String base, Code code) {
        String value = base.startsWith("base: base: ") ? base.substring(6) : base;
        ScenarioException e = catchThrowableOfType(
                ScenarioException.class, () -> Scenarios.load(HEAD.replace("base: busan-2025-r1", value), "mine.yaml"));
        assertThat(e.code()).isEqualTo(code);
        assertThat(e.line()).isEqualTo(1);
    }

    @Test
    void aBaseMayHaveABaseItself() {
        Scenario mine = Scenarios.load(
                HEAD.replace("base: busan-2025-r1", "base: geneva-2025") + "knobs: {false_alarm: 0.5}\n", "mine.yaml");
        Scenario geneva = Scenarios.named("geneva-2025");
        assertThat(mine.knobs().falseAlarm()).isEqualTo(.5);
        assertThat(mine.truce()).isEqualTo(geneva.truce());
        assertThat(mine.instruments()).isEqualTo(geneva.instruments());
        assertThat(mine.us()).isEqualTo(R1.us());
        assertThat(Scenarios.file("geneva-2025").base()).isEqualTo(R1.id());
    }

    /** The hash that busan-2025 had until the second ruleset: every value is as it was, so every match is. */
    @Test
    void theFirstRulesetIsTheOldGameToTheLastBit() {
        String text = Scenarios.text(R1.id())
                .replace("id: busan-2025-r1", "id: busan-2025")
                .replace(
                        "{en: \"Busan truce, first ruleset\", zh: \"釜山休战（首版规则）\"}",
                        "{en: \"Busan truce, 2025\", zh: \"2025年釜山休战\"}");
        Scenario old = Scenarios.load(text, "old.yaml");
        assertThat(old.hash()).isEqualTo("7dde10f4fc720d87526f456c9505c75d1086386cfd628704764e11412f589e00");
    }

    /** The hash that busan-2025 had until the third ruleset. */
    @Test
    void theSecondRulesetIsTheOldGameToTheLastBit() {
        String hash = "20837ccb33c7cbc1b67a32b6752fda289ac30170c4bed8ab8ebe37f5c9499a6f";
        Scenario old = Scenarios.edition("busan-2025", hash).orElseThrow().scenario();
        assertThat(old.hash()).isEqualTo(hash);
        assertThat(old.ruleset()).isEqualTo("busan-2.0.0");
        Scenario kept = Scenarios.load(
                Scenarios.text("busan-2025-r2")
                        .replace("id: busan-2025-r2", "id: busan-2025")
                        .replace(
                                "{en: \"Busan truce, second ruleset\", zh: \"釜山休战（第二版规则）\"}",
                                "{en: \"Busan truce, 2025\", zh: \"2025年釜山休战\"}"),
                "kept.yaml");
        assertThat(kept).isEqualTo(old);
    }

    @Test
    void anIdWithAHashIsWhatItNamedThen() {
        for (ScenarioFile file : Scenarios.files()) {
            Scenario today = file.scenario();
            assertThat(Scenarios.edition(today.id(), today.hash())).contains(file);
            assertThat(Scenarios.edition(today.id(), "0".repeat(64))).isEmpty();
        }
        for (ScenarioFile file : Scenarios.earlier()) {
            Scenario then = file.scenario();
            assertThat(Scenarios.edition(then.id(), then.hash())).contains(file);
            assertThat(Scenarios.named(then.id()).hash()).isNotEqualTo(then.hash());
            assertThat(Scenarios.edition("busan-2025-r2", then.hash())).isEmpty();
            assertThat(Scenarios.wasOf(then.id(), then.ruleset())).isTrue();
            assertThat(Scenarios.wasOf(then.id(), Scenarios.named(then.id()).ruleset()))
                    .isFalse();
            assertThat(Scenarios.nearest(then.id(), then.hash(), "")).contains(file);
            assertThat(Scenarios.nearest(then.id(), "0", then.ruleset())).contains(file);
            assertThat(Scenarios.nearest(then.id(), "0", "")).contains(Scenarios.file(then.id()));
        }
        assertThat(Scenarios.nearest("nowhere", "0", "busan-2.0.0")).isEmpty();
        assertThat(Scenarios.edition("", "0".repeat(64))).isEmpty();
        assertThat(Scenarios.edition("nowhere", "0".repeat(64))).isEmpty();
    }

    /** War is that of the reference; the upper end is a mean over red lines, of which the reference drew 64 others. */
    @Test
    void computedAnchorsOfBusanAreThoseOfTheFileAndNearThoseOfTheReference() {
        Anchors file = Scenarios.busan2025R2().anchors();
        Anchors computed = AnchorRun.of(Scenarios.busan2025R2());
        assertThat(computed.warUs()).isEqualTo(file.warUs()).isCloseTo(-47.764, within(.001));
        assertThat(computed.warCn()).isEqualTo(file.warCn()).isCloseTo(-38.044, within(.001));
        assertThat(computed.deepUs()).isCloseTo(file.deepUs(), within(.4));
        assertThat(computed.deepCn()).isCloseTo(file.deepCn(), within(.4));
        assertThat(file.deepUs()).isCloseTo(7.131, within(.4));
        assertThat(file.deepCn()).isCloseTo(5.4, within(.4));
    }

    /** Their files hold what takes a second to compute. busan-2025-r2 has the mean of more matches. */
    @ParameterizedTest
    @ValueSource(strings = {"busan-2026", "class-2026", "class-8", "fog-2026", "quiet-2026"})
    void anchorsThatWereComputedOnceAreStillWhatIsComputed(String id) {
        Scenario scenario = Scenarios.named(id);
        assertThat(AnchorRun.of(scenario)).isEqualTo(scenario.anchors());
    }

    @Test
    void computedAnchorsOfTheFirstRulesetAreThePublishedConstants() {
        Anchors computed = AnchorRun.of(R1);
        assertThat(computed.warUs()).isCloseTo(-36.814692381743264, within(36e-9));
        assertThat(computed.deepUs()).isCloseTo(9.397453523116576, within(9e-9));
        assertThat(computed.warCn()).isCloseTo(-27.316729469828335, within(27e-9));
        assertThat(computed.deepCn()).isCloseTo(7.841935725950309, within(7e-9));
    }

    @Test
    void anchorsMoveWithTheWeights() {
        Scenario mine = load("payoff: {us: {income: 0.6}}\n");
        assertThat(mine.anchors().warUs()).isLessThan(R1.anchors().warUs());
        assertThat(mine.anchors().warCn()).isCloseTo(R1.anchors().warCn(), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"anchors: counted, WRONG_TYPE", "anchors: \"-1\", WRONG_TYPE", "anchors: [1], WRONG_TYPE"})
    void anchorsAreComputedOrFourNumbers(String line, Code code) {
        ScenarioException e = catchThrowableOfType(
                ScenarioException.class, () -> Scenarios.load(HEAD.replace("anchors: computed", line), "mine.yaml"));
        assertThat(e.code()).isEqualTo(code);
        assertThat(e.path()).isEqualTo("anchors");
    }

    @Test
    void weightsThatMakeWarWorthMoreThanPeaceAreRefused() {
        ScenarioException e = catchThrowableOfType(
                ScenarioException.class, () -> load("payoff: {cn: {income: -5, agreement: -50}}\n"));
        assertThat(e.code()).isEqualTo(Code.INCONSISTENT);
        assertThat(e.path()).isEqualTo("anchors");
        assertThat(e.getMessage()).contains("CN").contains("war must be below deep");
    }

    @Test
    void theTextForPeopleIsNoPartOfTheHash() {
        String about = "about: {en: \"What it is.\", zh: \"说明。\"}\n";
        ScenarioFile with = Scenarios.read(HEAD + about, "mine.yaml");
        assertThat(with.scenario().hash()).isEqualTo(load("").hash());
        assertThat(with.about()).isNotNull();
        assertThat(with.base()).isEqualTo("busan-2025-r1");
        assertThat(Scenarios.read(HEAD, "mine.yaml").about()).isNull();
    }

    private static Scenario load(String more) {
        return Scenarios.load(HEAD + more, "mine.yaml");
    }
}

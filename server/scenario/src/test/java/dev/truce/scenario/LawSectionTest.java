package dev.truce.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.scenario.HeadlineShares;
import dev.truce.engine.scenario.Law;
import dev.truce.scenario.ScenarioException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a scenario says about the law, and about how much of a duty the displayed tariff counts. */
class LawSectionTest {
    private static final String TEXTS = ", en: \"a law\", zh: \"法律\", source: \"nowhere\"}";

    private static ScenarioFile with(String sections) {
        return Scenarios.read(Scenarios.text("busan-2025-r2") + "\n" + sections + "\n", "mine");
    }

    private static String law(String statute) {
        return "law: [{" + statute + TEXTS + "]";
    }

    @Test
    void withoutTheSectionsTheLawIsSilentAndBothLayersCountInFull() {
        assertThat(Scenarios.busan2025R2().law()).isEqualTo(Law.SILENT);
        assertThat(Scenarios.busan2025R2().headlineShares()).isEqualTo(HeadlineShares.FULL);
        assertThat(with("headline_shares: {fentanyl: 1, reciprocal: 1}")
                        .scenario()
                        .hash())
                .isEqualTo(Scenarios.busan2025R2().hash());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "law: [{round: 3, instrument: us.port_fee, level: 50, en: \"a law\", zh: \"法律\", source: \"nowhere\"}]",
                "headline_shares: {fentanyl: 1, reciprocal: 0.5}"
            })
    void whatTheySayIsInTheHash(String section) {
        assertThat(with(section).scenario().hash())
                .isNotEqualTo(Scenarios.busan2025R2().hash());
    }

    @Test
    void aStatuteNamesLevelsByTheWordsOfTheLadder() {
        Law law = with(law("round: 3, instrument: us.affiliates_rule, level: active"))
                .scenario()
                .law();
        assertThat(law.statutes()).hasSize(1);
        assertThat(law.statutes().get(0).level()).isEqualTo(1);
        assertThat(law.statutes().get(0).source()).isEqualTo("nowhere");
        assertThat(law.atMost(Instrument.US_AFFILIATES_RULE, 3)).isEqualTo(Law.NONE);
        assertThat(law.of(2)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "round: 0, instrument: us.port_fee; OUT_OF_RANGE",
                "round: 3, instrument: us.port; UNKNOWN_KEY",
                "round: 3, instrument: us.licence_pace, level: 0; INCONSISTENT",
                "round: 3, instrument: us.port_fee, level: 80, at_most: 50; INCONSISTENT",
                "round: 3, instrument: us.port_fee, level: 51; NOT_ON_LADDER",
            })
    void aWrongStatuteIsRefused(String statute, Code code) {
        ScenarioException e = catchThrowableOfType(ScenarioException.class, () -> with(law(statute)));
        assertThat(e.code()).as(e.getMessage()).isEqualTo(code);
    }

    @Test
    void statutesAreListedByRoundAndOneForAnInstrument() {
        String late = "{round: 3, instrument: us.port_fee" + TEXTS;
        String early = "{round: 2, instrument: cn.port_fee" + TEXTS;
        assertThat(catchThrowableOfType(ScenarioException.class, () -> with("law: [" + late + ", " + early + "]"))
                        .code())
                .isEqualTo(Code.INCONSISTENT);
        assertThat(catchThrowableOfType(ScenarioException.class, () -> with("law: [" + late + ", " + late + "]"))
                        .code())
                .isEqualTo(Code.INCONSISTENT);
    }
}

package dev.truce.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.report.Ratification.Outcome;
import dev.truce.engine.round.Rules;
import dev.truce.scenario.Scenarios;
import dev.truce.scenario.Script;
import dev.truce.scenario.ScriptRun;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script of 2018 to 2025, played through the rules, against what sources report. */
class HistoryTest {
    private static final Rules RULES = Rules.of(Scenarios.named("history-2018"));
    private static final Script SCRIPT =
            Objects.requireNonNull(Scenarios.file("history-2018").script());
    private static final List<ScriptRun.Round> PLAYED = ScriptRun.of(RULES, SCRIPT);

    @Test
    void itReachesFromTheFirstQuarterOf2018ToTheLastOf2025() {
        assertThat(PLAYED).hasSize(32);
        assertThat(PLAYED.get(0).quarter()).isEqualTo("2018Q1");
        assertThat(PLAYED.get(31).quarter()).isEqualTo("2025Q4");
    }

    @Test
    void theDisplayedTariffOfEveryQuarterIsTheReportedAverage() {
        for (ScriptRun.Round round : PLAYED) {
            assertThat(round.usDisplayed())
                    .as(round.quarter())
                    .isCloseTo(Objects.requireNonNull(round.us()).percent(), within(0.05));
        }
    }

    @Test
    void theChineseAverageOfEveryQuarterIsTheReportedOneWithinATenth() {
        for (ScriptRun.Round round : PLAYED) {
            assertThat(round.cnDisplayed())
                    .as(round.quarter())
                    .isCloseTo(Objects.requireNonNull(round.cn()).percent(), within(0.1001));
        }
    }

    /** The timeline's averages by date, written out here once more, so that the script cannot agree with itself only. */
    @ParameterizedTest
    @CsvSource({
        "2018Q1, 3.8, 8.0", "2018Q2, 3.8, 8.4", "2018Q3, 12.0, 18.3", "2018Q4, 12.0, 18.3", "2019Q1, 12.0, 16.5",
        "2019Q2, 18.3, 20.7", "2019Q3, 21.0, 21.8", "2019Q4, 21.0, 21.1", "2020Q1, 19.3, 20.3", "2020Q4, 19.3, 21.1",
        "2022Q4, 19.3, 21.1", "2024Q3, 20.8, 21.2", "2025Q1, 42.0, 22.6", "2025Q2, 52.0, 32.6", "2025Q3, 57.6, 32.6",
        "2025Q4, 47.0, 31.9"
    })
    void theScriptReportsTheAveragesOfTheTimeline(String quarter, double us, double cn) {
        ScriptRun.Round round = round(quarter);
        assertThat(Objects.requireNonNull(round.us()).percent()).isEqualTo(us);
        assertThat(Objects.requireNonNull(round.cn()).percent()).isEqualTo(cn);
    }

    @Test
    void allFiveTrucesEnterIntoForce() {
        List<String> signed = PLAYED.stream()
                .filter(round -> round.report().ratification().outcome() != Outcome.NOTHING_SIGNED)
                .map(round ->
                        round.quarter() + " " + round.report().ratification().outcome())
                .toList();
        assertThat(signed)
                .containsExactly(
                        "2018Q4 ENTERED", "2020Q1 ENTERED", "2025Q2 ENTERED", "2025Q3 ENTERED", "2025Q4 ENTERED");
    }

    @Test
    void nobodyBreaksAClauseInPublicAndNothingFallsBackByItself() {
        for (ScriptRun.Round round : PLAYED) {
            assertThat(round.report().us().brokenClauses()).as(round.quarter()).isEmpty();
            assertThat(round.report().cn().brokenClauses()).as(round.quarter()).isEmpty();
            assertThat(round.report().fallbacks()).as(round.quarter()).isEmpty();
        }
    }

    @Test
    void soyaPurchasesOfAYearAreTheReportedOnesWithinOneMillionTonnes() {
        Map<String, Double> reported =
                Map.of("2018", 8.2, "2019", 22.6, "2020", 34.6, "2021", 27.2, "2022", 29.6, "2023", 26.0, "2024", 26.8);
        reported.forEach((year, mmt) -> {
            double sum = PLAYED.stream()
                    .filter(round -> round.quarter().startsWith(year))
                    .mapToDouble(round -> RULES.mapping().value(round.report().after(), Instrument.CN_SOY_PURCHASES))
                    .sum();
            assertThat(sum).as(year).isCloseTo(mmt, within(1.0));
        });
    }

    @Test
    void chipsAreOpenUntilTheControlsOfOctober2022() {
        for (ScriptRun.Round round : PLAYED) {
            int level = round.report().after().get(Instrument.US_CHIP_CONTROL);
            assertThat(level).as(round.quarter()).isEqualTo(round.quarter().compareTo("2022Q4") < 0 ? 0 : 1);
        }
    }

    @Test
    void theEndIsTheBoardOnWhichTheGameOfBusanStarts() {
        Levels end = PLAYED.get(31).report().after();
        Rules busan = Play.RULES;
        assertThat(RULES.displayedTariffBasisPoints(end))
                .isEqualTo(busan.displayedTariffBasisPoints(busan.scenario().startLevels()));
        for (Instrument instrument : Instrument.all()) {
            // The ladders of added duties are others, and of the purchases that were pledged little had been bought
            // yet.
            if (instrument != Instrument.US_RECIPROCAL_TARIFF
                    && instrument != Instrument.CN_RECIPROCAL_TARIFF
                    && instrument != Instrument.CN_SOY_PURCHASES) {
                assertThat(end.get(instrument))
                        .as(instrument.id())
                        .isEqualTo(busan.scenario().startLevels().get(instrument));
            }
        }
    }

    private static ScriptRun.Round round(String quarter) {
        return PLAYED.stream()
                .filter(round -> round.quarter().equals(quarter))
                .findFirst()
                .orElseThrow();
    }
}

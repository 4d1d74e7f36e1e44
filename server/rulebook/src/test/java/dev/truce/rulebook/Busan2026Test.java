package dev.truce.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchSetup.Conditions;
import dev.truce.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The truce of Busan as the courts and the calendar left it, beside the averages that were published. */
class Busan2026Test {
    private static final Rules RULES = Rules.of(Scenarios.named("busan-2026"));
    private static final Scenario SCENARIO = RULES.scenario();
    /** Points between what is displayed and what was published. */
    private static final double NEAR = 1;

    private final Play play =
            new Play(RULES, new MatchSetup(0, new Horizon.Fixed(6), SCENARIO.calendar(), Conditions.NOISE_FREE));

    /**
     * An average US tariff on China that somebody published.
     *
     * @param law what was in force, as levels of the general duty and of the fentanyl tariff
     */
    private record Published(String date, double percent, String general, String fentanyl) {}

    /** The rows of the page on scenarios: date, percent, levels, source. */
    static List<Published> published() throws IOException {
        List<Published> rows = new ArrayList<>();
        for (String line : page()) {
            if (line.matches("\\| 202[56]-[0-9]{2}-[0-9]{2} \\|.*")) {
                String[] cells = line.split(" *\\| *");
                rows.add(new Published(cells[1], Double.parseDouble(cells[2]), cells[3], cells[4]));
            }
        }
        return rows;
    }

    @Test
    void thePageHasTheLawOfEachQuarterThatHasAPublishedAverage() throws IOException {
        assertThat(published()).extracting(Published::date).contains("2026-01-01", "2026-02-24", "2026-07-01");
        // Section 301 took the place of section 122 on 24 July; the page says that no average was found for the time
        // after it.
        assertThat(published()).extracting(Published::date).allMatch(date -> date.compareTo("2026-07-24") < 0);
    }

    @ParameterizedTest
    @MethodSource("published")
    void theDisplayedTariffIsWithinAPointOfThePublishedAverage(Published row) {
        Levels levels = SCENARIO.startLevels()
                .with(Instrument.US_RECIPROCAL_TARIFF, level(Instrument.US_RECIPROCAL_TARIFF, row.general));
        double displayed = RULES.displayedTariffBasisPoints(levels) / 100.0
                // The ladder of this scenario has no levels that the court has closed.
                + SCENARIO.headlineShares().fentanyl() * Double.parseDouble(row.fentanyl);
        assertThat(displayed).as(row.toString()).isCloseTo(row.percent, within(NEAR));
    }

    @Test
    void whileNobodyActsTheQuartersDisplayWhatWasInForceAtTheirEnd() {
        List<Integer> displayed = new ArrayList<>();
        for (int round = 1; round <= 3; round++) {
            play.hold();
            displayed.add(RULES.displayedTariffBasisPoints(play.state().levels()));
        }
        // 10 % in 2026Q1 and Q2, 12.5 % from July on.
        assertThat(displayed).containsExactly(2310, 2310, 2438);
        assertThat(SCENARIO.calendar().quarter(3)).isEqualTo("2026Q3");
    }

    @Test
    void theTruceHoldsThroughTheChangeOfLawAndRunsOutInTheQuarterOfItsAnniversary() {
        play.holding(2);
        RoundReport third = play.hold();
        assertThat(value(Instrument.US_RECIPROCAL_TARIFF)).isEqualTo(12.5);
        assertThat(third.side(Side.US).brokenClauses()).isEmpty();
        assertThat(third.depthKept()).isCloseTo(1, within(1e-9));
        RoundReport fourth = play.hold();
        assertThat(fourth.expired()).isNotEmpty();
        assertThat(value(Instrument.CN_RECIPROCAL_TARIFF)).isEqualTo(34);
        assertThat(SCENARIO.calendar().quarter(4)).isEqualTo("2026Q4");
    }

    @Test
    void emergencyTariffsHaveNoEffectAndSection122EndsAtFifteenPercent() {
        play.round("US.FENT=2 US.RECIP=9");
        assertThat(value(Instrument.US_FENTANYL_TARIFF)).isZero();
        assertThat(value(Instrument.US_RECIPROCAL_TARIFF)).isEqualTo(15);
        play.hold();
        play.round("US.RECIP=9");
        assertThat(value(Instrument.US_RECIPROCAL_TARIFF)).isEqualTo(125);
    }

    @ParameterizedTest
    @ValueSource(strings = {"busan-2026", "class-2026", "fog-2026", "quiet-2026"})
    void redLinesAreOnlyOnWhatCanBeGivenAway(String id) {
        Scenario scenario = Scenarios.named(id);
        assertThat(scenario.redLines().exist()).isTrue();
        for (Side side : Side.values()) {
            for (Instrument candidate : scenario.redLines().candidates().of(side)) {
                List<Double> depth = scenario.spec(candidate).depthValues();
                assertThat(depth.get(scenario.spec(candidate).deepest()))
                        .as(candidate.id())
                        .isGreaterThan(depth.get(scenario.spec(candidate).start()));
                assertThat(scenario.law().atMost(candidate, 1))
                        .as(candidate.id())
                        .isNotZero();
            }
        }
    }

    private static int level(Instrument instrument, String token) {
        int level = SCENARIO.spec(instrument).levelOf(token);
        assertThat(level).as(token).isNotNegative();
        return level;
    }

    private double value(Instrument instrument) {
        return SCENARIO.spec(instrument).rung(play.level(instrument)).value();
    }

    private static List<String> page() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/look-up/scenarios.md"))) {
            folder = Objects.requireNonNull(folder.getParent(), "docs/look-up/scenarios.md is in no folder above");
        }
        return Files.readAllLines(folder.resolve("docs/look-up/scenarios.md"));
    }
}

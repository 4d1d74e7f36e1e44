package dev.truce.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.economy.Economy;
import dev.truce.engine.economy.Region;
import dev.truce.engine.payoff.Points;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.report.RoundReport;
import dev.truce.engine.report.SideReport;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.state.SideState;

/** What holds after every round, whatever was played. */
final class Invariants {
    private static final Economy BASELINE = new Economy();
    /** Both sides at their worst: A of 6.5 each for ever, no agreement. */
    private static final double MAX_TENSION = (.20 * 2 * 7 + .6) / (1 - .65);

    private Invariants() {}

    static void check(Rules rules, MatchState before, Resolution resolution) {
        MatchState after = resolution.next();
        RoundReport report = resolution.report();
        assertThat(after.round()).isEqualTo(before.round() + 1).isEqualTo(report.round());
        levelsAreOnTheirLadders(rules, after);
        assertThat(after.tension()).isBetween(0.0, MAX_TENSION);
        assertThat(report.tension()).isEqualTo(after.tension());
        numbersAreFinite(after);
        theWorldWageBillIsConserved(after);
        for (Side side : Side.values()) {
            sideAddsUp(before.side(side), after.side(side), report.side(side));
        }
        assertThat(report.depthKept()).isBetween(0.0, deepest(rules) + 1e-9);
        assertThat(after.investigationRounds()).isBetween(0, 3);
        assertThat(after.levels().get(Instrument.US_SECTION301_INVESTIGATION))
                .isEqualTo((after.investigationRounds() + 1) / 2);
        if (after.levels().get(Instrument.US_SECTION301_TARIFF) > 0) {
            assertThat(after.investigationRounds()).isEqualTo(3);
        }
    }

    /** Nothing can be agreed that is deeper than the milder side's deepest clauses. */
    private static double deepest(Rules rules) {
        double least = Double.MAX_VALUE;
        for (Side side : Side.values()) {
            double sum = 0;
            for (Instrument instrument : rules.scenario().instruments().of(side)) {
                sum += rules.scenario().spec(instrument).depthValues().stream()
                        .mapToDouble(v -> v)
                        .max()
                        .orElseThrow();
            }
            least = Math.min(least, sum);
        }
        return least;
    }

    private static void levelsAreOnTheirLadders(Rules rules, MatchState state) {
        for (Instrument instrument : rules.scenario().instruments().all()) {
            int top = rules.scenario().spec(instrument).ladder().size() - 1;
            assertThat(state.levels().get(instrument)).as(instrument.id()).isBetween(0, top);
        }
    }

    private static void numbersAreFinite(MatchState state) {
        for (int i = 0; i < state.economy().size(); i++) {
            assertThat(state.economy().at(i))
                    .as("economy value %d", i)
                    .isFinite()
                    .isNotNegative();
        }
        assertThat(state.technology()).isFinite();
    }

    private static void theWorldWageBillIsConserved(MatchState state) {
        double bill = 0;
        double start = 0;
        for (Region region : Region.values()) {
            bill += state.economy().wage(region) * BASELINE.baselineLabourIncome(region);
            start += BASELINE.baselineLabourIncome(region);
        }
        assertThat(bill).isCloseTo(start, within(1e-9 * start));
    }

    private static void sideAddsUp(SideState before, SideState after, SideReport report) {
        Points points = report.points();
        assertThat(points.total()).isFinite();
        assertThat(after.pointsTotal()).isEqualTo(before.pointsTotal() + points.total());
        assertThat(after.pointsLast()).isEqualTo(points.total());
        assertThat(after.reputation()).isBetween(0.0, 1.0).isEqualTo(report.reputation());
        assertThat(after.type()).isBetween(.3, 3.0);
        assertThat(after.humiliationStreak()).isBetween(0, 4);
        assertThat(after.escalation()).isGreaterThanOrEqualTo(after.publicEscalation());
        assertThat(report.reallyCaught()).isIn(report.caught(), false);
        assertThat(report.material()).isIn(report.isUnjustifiedBreach(), false);
        assertThat(report.caught()).isEqualTo(report.caughtOn() != null);
    }
}

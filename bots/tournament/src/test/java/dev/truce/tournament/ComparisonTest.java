package dev.truce.tournament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    @Test
    void holmMultipliesByHowManyAreLeft() {
        assertThat(corrected(.01, .04, .03)).containsExactly(.03, .06, .06);
        assertThat(corrected(.02)).containsExactly(.02);
        assertThat(corrected(.9, .8)).containsExactly(1.0, 1.0);
    }

    @Test
    void twoAreSeparableOnlyAfterTheCorrection() {
        List<Comparison> judged = Comparison.holm(List.of(raw(.04), raw(.2)));
        assertThat(judged.get(0).isSeparable()).isFalse();
        assertThat(Comparison.holm(List.of(raw(.04))).get(0).isSeparable()).isTrue();
    }

    @Test
    void studentsProbabilitiesAreThoseOfTheTables() {
        // 2.571 is the 97.5 % quantile with 5 degrees of freedom, 1.960 that of the normal distribution.
        assertThat(StudentT.twoSided(2.571, 1, 5)).isCloseTo(.05, within(1e-4));
        assertThat(StudentT.twoSided(-1.960, 1, 1e6)).isCloseTo(.05, within(1e-4));
        assertThat(StudentT.twoSided(0, 0, 5)).isEqualTo(1);
        assertThat(StudentT.twoSided(.1, 0, 5)).isZero();
    }

    @Test
    void opponentsAreNoSampleSoOnlyTheSpreadWithinEachIsChance() {
        Stratified far = Stratified.of(new double[][] {{0, 0}, {100, 100}});
        assertThat(far.mean()).isEqualTo(50);
        assertThat(far.interval()).isEqualTo(new Interval(50, 50, 50, 0));
        assertThat(far.chance()).isZero();

        // Variances 2 and 8 of two values each: errors 1 and 4 squared, over four; Satterthwaite 25 / (1 + 16).
        Stratified spread = Stratified.of(new double[][] {{1, 3}, {6, 10}});
        assertThat(spread.mean()).isEqualTo(5);
        assertThat(spread.error()).isCloseTo(Math.sqrt(5.0 / 4), within(1e-12));
        assertThat(spread.degrees()).isCloseTo(25.0 / 17, within(1e-12));
    }

    private static List<Double> corrected(double... chances) {
        List<Comparison> raw = new ArrayList<>();
        for (double chance : chances) {
            raw.add(raw(chance));
        }
        return Comparison.holm(raw).stream()
                .map(Comparison::chance)
                .map(chance -> Math.round(chance * 1e9) / 1e9)
                .toList();
    }

    private static Comparison raw(double chance) {
        return new Comparison("a", "b", new Interval(1, 0, 2, .5), chance);
    }
}

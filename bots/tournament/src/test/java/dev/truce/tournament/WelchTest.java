package dev.truce.tournament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WelchTest {
    @Test
    void probabilitiesAreThoseOfTheTables() {
        // 2.571 is the 97.5 % quantile of Student's t with 5 degrees of freedom, 1.960 that of the normal distribution.
        assertThat(new Welch(2.571, 1, 5).chance()).isCloseTo(.05, within(1e-4));
        assertThat(new Welch(-1.960, 1, 1e6).chance()).isCloseTo(.05, within(1e-4));
        assertThat(new Welch(0, 0, 5).chance()).isEqualTo(1);
        assertThat(new Welch(.1, 0, 5).chance()).isZero();
    }

    @Test
    void onlyTheSpreadWithinEachOpponentIsChance() {
        Welch far = Welch.of(new double[] {0, 0}, new double[] {100, 100});
        assertThat(far).isEqualTo(new Welch(50, 0, 0));
        assertThat(far.chance()).isZero();

        // Variances 2 and 8 of two values each: errors 1 and 4 squared, over four; Satterthwaite 25 / (1 + 16).
        Welch spread = Welch.of(new double[] {1, 3}, new double[] {6, 10});
        assertThat(spread.mean()).isEqualTo(5);
        assertThat(spread.error()).isCloseTo(Math.sqrt(5.0 / 4), within(1e-12));
        assertThat(spread.degrees()).isCloseTo(25.0 / 17, within(1e-12));
    }
}

package dev.truce.tournament.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReplicatorTest {
    @Test
    void aDominantStrategyTakesOver() {
        double[] shares = Evolution.replicator(new double[][] {{50, 20}, {60, 30}});
        assertThat(shares[1]).isCloseTo(1, within(1e-9));
    }

    @Test
    void hawkAndDoveMeetWhereBothEarnTheSame() {
        // x * 0 + (1 - x) * 60 = x * 20 + (1 - x) * 50 at x = 1 / 3.
        double[] shares = Evolution.replicator(new double[][] {{0, 60}, {20, 50}});
        assertThat(shares[0]).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(shares[1]).isCloseTo(2 / 3.0, within(1e-9));
    }

    @Test
    void ofTwoConventionsTheOneThatPaysMoreAgainstAnEvenMixtureWins() {
        assertThat(Evolution.replicator(new double[][] {{60, 0}, {0, 50}})[0]).isCloseTo(1, within(1e-9));
    }

    @Test
    void whereAllEarnTheSameNothingMoves() {
        assertThat(Evolution.replicator(new double[][] {{40, 40, 40}, {40, 40, 40}, {40, 40, 40}}))
                .containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-12));
    }

    @Test
    void sharesSumToOneAndAreNeverNegative() {
        double[] shares = Evolution.replicator(new double[][] {{-90, 120, 3}, {100, -80, 8}, {70, 2, 20}});
        assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-12));
        assertThat(Arrays.stream(shares).min().orElseThrow()).isNotNegative();
    }
}

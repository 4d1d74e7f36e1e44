package dev.truce.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatenciesTest {
    private final Latencies latencies = new Latencies();

    @Test
    void aPercentileIsTheSmallestDurationThatSoManyDoNotExceed() {
        for (int i = 1; i <= 100; i++) {
            latencies.add(i);
        }
        assertThat(latencies.count()).isEqualTo(100);
        assertThat(latencies.percentile(50)).isEqualTo(50);
        assertThat(latencies.percentile(99)).isEqualTo(99);
        assertThat(latencies.percentile(100)).isEqualTo(100);
        assertThat(latencies.percentile(0.1)).isEqualTo(1);
    }

    @Test
    void theOneInAHundredThatIsLateIsNotInTheNinetyNinth() {
        for (int i = 0; i < 99; i++) {
            latencies.add(10);
        }
        latencies.add(1_000_000);
        assertThat(latencies.percentile(99)).isEqualTo(10);
        assertThat(latencies.percentile(99.5)).isBetween(996_000L, 1_004_000L);
    }

    @ParameterizedTest
    @ValueSource(
            longs = {0, 1, 127, 128, 255, 256, 257, 1_000, 65_535, 65_536, 1_234_567, 20_000_000_000L, Long.MAX_VALUE})
    void aDurationIsToldWithinOneIn256(long nanos) {
        latencies.add(nanos);
        assertThat((double) latencies.percentile(50)).isCloseTo((double) nanos, within(nanos / 256.0));
    }

    @Test
    void timeThatRunsBackCountsAsNone() {
        latencies.add(-5);
        assertThat(latencies.percentile(50)).isZero();
    }

    @Test
    void ofNothingThereIsNoPercentile() {
        assertThatIllegalStateException().isThrownBy(() -> latencies.percentile(50));
    }
}

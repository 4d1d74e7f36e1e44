package dev.truce.protocol.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Clients of a restarted server do not come back all at once, and none waits for ever. */
class BackoffTest {
    private final Backoff backoff = new Backoff(200, 10_000, new SplittableRandom(1));

    @Test
    void eachWaitIsDrawnFromTheUpperHalfOfABoundThatDoubles() {
        long bound = 200;
        for (int i = 0; i < 40; i++) {
            assertThat(backoff.next(0)).isBetween(bound / 2, bound);
            bound = Math.min(10_000, bound * 2);
        }
    }

    @Test
    void waitsOfManyClientsAreSpread() {
        long distinct = new SplittableRandom(2)
                .longs(500)
                .map(seed -> new Backoff(8_000, 10_000, new SplittableRandom(seed)).next(0))
                .distinct()
                .count();
        assertThat(distinct).isGreaterThan(400);
    }

    @Test
    void whatTheServerAsksForIsKeptUpToTheMost() {
        assertThat(backoff.next(5_000)).isEqualTo(5_000);
        assertThat(backoff.next(3_600_000)).isEqualTo(10_000);
    }

    @Test
    void successStartsOver() {
        for (int i = 0; i < 10; i++) {
            backoff.next(0);
        }
        assertThat(backoff.tries()).isEqualTo(10);
        backoff.reset();
        assertThat(backoff.next(0)).isLessThanOrEqualTo(200);
    }
}

package dev.truce.app.host.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.host.service.MatchServices;
import dev.truce.app.host.service.NodeLife;
import dev.truce.app.host.service.Timers;
import dev.truce.match.Effect;
import dev.truce.store.Entry;
import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MatchClockTest {
    private static final class Hands implements Timers {
        private long nanos;

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public Alarm after(long millis, Runnable task) {
            return () -> {};
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    private final Hands hands = new Hands();
    private final MatchClock clock = new MatchClock(
            new MatchServices(
                    null,
                    null,
                    null,
                    null,
                    hands,
                    new NodeLife(hands, new SplittableRandom(1)),
                    Clock.systemUTC(),
                    null,
                    null,
                    null,
                    null,
                    null),
            (round, timer) -> {});

    private long written(Effect effect) {
        Entry.ClockSet entry = (Entry.ClockSet) clock.written(List.of(effect));
        return entry.clock().leftMillis();
    }

    /** Otherwise a server that is killed in the pause comes back with another time than it told. */
    @Test
    void aPauseLeavesWhatWasWrittenDownOfIt() {
        Effect.SetTimer set = new Effect.SetTimer(1, 1, 60_000);
        assertThat(written(set)).isEqualTo(60_000);
        clock.wind(set);
        hands.nanos += TimeUnit.MILLISECONDS.toNanos(1_000);
        Effect hold = new Effect.HoldTimer(1);
        assertThat(written(hold)).isEqualTo(59_000);
        // What the disk takes.
        hands.nanos += TimeUnit.MILLISECONDS.toNanos(20);
        clock.wind(hold);
        assertThat(clock.leftMillis(1)).isEqualTo(59_000);
    }
}

package dev.truce.app.host.clock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.app.host.service.Timers;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class RoundClockTest {
    /** Counts the alarms that are set; time stands. */
    private static final class Alarms implements Timers {
        private int set;

        @Override
        public long nanos() {
            return 0;
        }

        @Override
        public Alarm after(long millis, Runnable task) {
            set++;
            return () -> {};
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    private final Alarms alarms = new Alarms();
    private final RoundClock clock = new RoundClock(alarms, Clock.systemUTC());

    @Test
    void aClockThatRunsIsNotWoundAgain() {
        clock.set(1, 60_000, () -> {});

        assertThat(clock.release(RoundClock.Reason.RESTART)).isFalse();
        assertThat(alarms.set).isEqualTo(1);
    }

    @Test
    void aClockStandsAsLongAsThereIsAReason() {
        clock.hold(RoundClock.Reason.RESTART);
        clock.hold(RoundClock.Reason.PAUSE);
        clock.set(1, 60_000, () -> {});

        assertThat(clock.release(RoundClock.Reason.RESTART)).isFalse();
        assertThat(alarms.set).isZero();
        assertThat(clock.release(RoundClock.Reason.PAUSE)).isTrue();
        assertThat(alarms.set).isEqualTo(1);
    }
}

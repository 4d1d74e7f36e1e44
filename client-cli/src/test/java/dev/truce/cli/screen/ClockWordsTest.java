package dev.truce.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.match.Notice.ClockChanged;
import dev.truce.match.RoundPart;
import dev.truce.match.Seat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClockWordsTest {
    @Test
    void eachChangeHasItsWords() {
        assertThat(told(ClockChanged.Cause.UNPAUSED, RoundPart.RUNNING, 0, null))
                .isEqualTo("On again. 2:00 left.");
        assertThat(told(ClockChanged.Cause.EXTENDED, RoundPart.RUNNING, 60_000, null))
                .isEqualTo("1:00 more for everybody: 2:00 left.");
        assertThat(told(ClockChanged.Cause.EXTENDED, RoundPart.RUNNING, -60_000, null))
                .isEqualTo("1:00 less for everybody: 2:00 left.");
        assertThat(told(ClockChanged.Cause.EXTENDED, RoundPart.RUNNING, 60_000, Seat.CN_HEAD))
                .isEqualTo("CN.head has 1:00 more, after all others.");
        assertThat(told(ClockChanged.Cause.TIME_UP, RoundPart.OVERTIME, 0, null))
                .isEqualTo("Time is up. 2:00 more for who is not ready.");
        assertThat(told(ClockChanged.Cause.TIME_UP, RoundPart.EXTRA, 0, null))
                .isEqualTo("Time is up but for who was given more: 2:00 left.");
    }

    private static String told(ClockChanged.Cause cause, RoundPart part, long shift, @Nullable Seat seat) {
        return ClockWords.of(new ClockChanged(1, part, false, cause, shift, seat, 120_000), "2:00", false);
    }
}

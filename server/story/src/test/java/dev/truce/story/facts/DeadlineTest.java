package dev.truce.story.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private static final long OPENED = 1_000_000;
    private static final long CLOSES = OPENED + 12 * 60_000;

    @Test
    void timeIsToldAtFiveMinutesOneMinuteThirtyAndTenSeconds() {
        Deadline deadline = new Deadline(CLOSES, OPENED);
        List<String> told = new ArrayList<>();
        for (long now = OPENED; now < CLOSES + 5_000; now += Math.min(1_000, deadline.quietMillis(now))) {
            deadline.tell(now).ifPresent(told::add);
        }
        assertThat(told).containsExactly("5:00", "1:00", "0:30", "0:10");
    }

    @Test
    void whatIsSpokenIsToldAtFiveMinutesOneMinuteAndFifteenSeconds() {
        Deadline deadline = Deadline.spoken(CLOSES, OPENED);
        List<String> told = new ArrayList<>();
        for (long now = OPENED; now < CLOSES + 5_000; now += Math.min(1_000, deadline.quietMillis(now))) {
            deadline.tell(now).ifPresent(told::add);
        }
        assertThat(told).containsExactly("5:00", "1:00", "0:15");
    }

    @Test
    void whoComesLateIsToldOnlyWhatIsStillToCome() {
        Deadline deadline = new Deadline(CLOSES, CLOSES - 45_000);
        assertThat(deadline.tell(CLOSES - 44_000)).isEmpty();
        assertThat(deadline.tell(CLOSES - 29_500)).contains("0:30");
        assertThat(deadline.left(CLOSES - 718_000)).isEqualTo("11:58");
    }

    @Test
    void aRoundWithoutADeadlineSaysNothing() {
        Deadline never = new Deadline(0, OPENED);
        assertThat(never.isNever()).isTrue();
        assertThat(never.tell(OPENED)).isEmpty();
        assertThat(never.quietMillis(OPENED)).isEqualTo(60_000);
    }
}

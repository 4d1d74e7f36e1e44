package dev.truce.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.terminal.Keys;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a show rests, with keys that are typed by a script in no time. */
class PaceTest {
    private final List<Long> rests = new ArrayList<>();
    private final Deque<Keys.Key> typed = new ArrayDeque<>();
    private final Keys keys = millis -> {
        rests.add(millis);
        return typed.isEmpty() ? Keys.Key.NONE : typed.remove();
    };

    @Test
    void aShowRestsBeforeEachPart() throws InterruptedException {
        Pace pace = new Pace(keys, 4_000);
        for (int part = 0; part < 3; part++) {
            assertThat(pace.goesOn()).isTrue();
        }
        assertThat(rests).containsExactly(4_000L, 4_000L, 4_000L);
        assertThat(pace.hasKeys()).isTrue();
    }

    @Test
    void aKeyShowsTheRestAtOnce() throws InterruptedException {
        typed.addAll(List.of(Keys.Key.NONE, Keys.Key.ANY));
        Pace pace = new Pace(keys, 4_000);
        for (int part = 0; part < 5; part++) {
            assertThat(pace.goesOn()).isTrue();
        }
        assertThat(rests).hasSize(2);
    }

    @Test
    void whoLeavesIsShownNoMoreAndDoesNotWait() throws InterruptedException {
        typed.addAll(List.of(Keys.Key.NONE, Keys.Key.LEAVE));
        Pace pace = new Pace(keys, 4_000);
        assertThat(pace.goesOn()).isTrue();
        assertThat(pace.goesOn()).isFalse();
        assertThat(pace.goesOn()).isFalse();
        assertThat(rests).hasSize(2);
    }

    @Test
    void aPipeDoesNotWait() throws InterruptedException {
        Pace pace = new Pace(keys, 0);
        assertThat(pace.goesOn()).isTrue();
        assertThat(rests).isEmpty();
        assertThat(Pace.atOnce().hasKeys()).isFalse();
    }
}

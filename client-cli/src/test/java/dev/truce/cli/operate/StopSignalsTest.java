package dev.truce.cli.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class StopSignalsTest {
    private final List<Integer> exits = new CopyOnWriteArrayList<>();

    @Test
    void theFirstSignalEndsItCleanly() {
        List<String> done = new CopyOnWriteArrayList<>();
        StopSignals signals = new StopSignals(() -> done.add("closed"), Duration.ofSeconds(30), exits::add);
        assertThat(signals.isAsked()).isFalse();
        signals.ask();
        assertThat(signals.isAsked()).isTrue();
        await().until(() -> !exits.isEmpty());
        assertThat(done).containsExactly("closed");
        assertThat(exits).containsExactly(0);
    }

    @Test
    void theSecondSignalEndsItAtOnce() {
        CountDownLatch never = new CountDownLatch(1);
        StopSignals signals = new StopSignals(() -> waitFor(never), Duration.ofMinutes(10), exits::add);
        signals.ask();
        assertThat(exits).isEmpty();
        signals.ask();
        assertThat(exits).containsExactly(130);
        never.countDown();
    }

    @Test
    void whoTakesTooLongIsEndedWithAFailure() {
        CountDownLatch never = new CountDownLatch(1);
        new StopSignals(() -> waitFor(never), Duration.ofMillis(1), exits::add).ask();
        await().until(() -> !exits.isEmpty());
        assertThat(exits).containsExactly(1);
        never.countDown();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

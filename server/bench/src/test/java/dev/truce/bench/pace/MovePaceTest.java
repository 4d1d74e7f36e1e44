package dev.truce.bench.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MovePaceTest {
    @Test
    void turnsComeAtSetTimesInTheOrderOfTheirAskers() throws Exception {
        try (MovePace pace = MovePace.start(500)) {
            List<CompletableFuture<Long>> turns = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                turns.add(pace.get());
            }
            long before = turns.get(0).get(20, TimeUnit.SECONDS);
            for (CompletableFuture<Long> turn : turns.subList(1, turns.size())) {
                long set = turn.get(20, TimeUnit.SECONDS);
                assertThat(set - before).isEqualTo(TimeUnit.MILLISECONDS.toNanos(2));
                assertThat(System.nanoTime() - set).as("never before its time").isNotNegative();
                before = set;
            }
            assertThat(pace.latePercent()).isZero();
        }
    }

    @Test
    void whoWasKeptWaitingMovesAtOnceAndFromTheTimeThatWasSet() throws Exception {
        try (MovePace pace = MovePace.start(1_000)) {
            long first = pace.get().get(20, TimeUnit.SECONDS);
            long asked = first + Duration.ofMillis(50).toNanos();
            await().until(() -> System.nanoTime() > asked);
            CompletableFuture<Long> late = pace.get();
            assertThat(late).isCompletedWithValueMatching(set -> set < asked && set > first);
            assertThat(pace.latePercent()).isEqualTo(50);
        }
    }
}

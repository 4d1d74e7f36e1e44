package dev.truce.app.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.EventExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopsTest {
    private final MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(3, NioIoHandler.newFactory());
    private final List<EventExecutor> loops = new ArrayList<>();
    private final Loops workers = new Loops(group);

    LoopsTest() {
        group.forEach(loops::add);
    }

    @AfterEach
    void stop() {
        workers.close();
        assertThat(group.isTerminated()).isTrue();
    }

    private int whereRun(Executor ofMatch) throws Exception {
        CompletableFuture<Integer> where = new CompletableFuture<>();
        ofMatch.execute(() -> {
            for (int i = 0; i < loops.size(); i++) {
                if (loops.get(i).inEventLoop()) {
                    where.complete(i);
                }
            }
        });
        return where.get(20, TimeUnit.SECONDS);
    }

    @Test
    void aTaskRunsOnTheLoopThatAsksAndElseOnTheOneThatAskedLast() throws Exception {
        Executor ofMatch = workers.ofMatch();
        for (int asking : new int[] {2, 0, 1}) {
            CompletableFuture<Integer> there = new CompletableFuture<>();
            loops.get(asking)
                    .execute(() -> ofMatch.execute(
                            () -> there.complete(loops.get(asking).inEventLoop() ? asking : -1)));
            assertThat(there.get(20, TimeUnit.SECONDS)).isEqualTo(asking);
            assertThat(whereRun(ofMatch)).as("asked by another thread").isEqualTo(asking);
        }
    }

    @Test
    void matchesThatNoLoopHasAskedForAreSpread() throws Exception {
        assertThat(List.of(whereRun(workers.ofMatch()), whereRun(workers.ofMatch()), whereRun(workers.ofMatch())))
                .containsExactlyInAnyOrder(0, 1, 2);
    }
}

package dev.truce.app.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.app.host.service.BotWorkers;
import dev.truce.app.host.service.Mailbox;
import dev.truce.app.quota.Owner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Whose bots think next. */
class BotWorkersTest {
    private static final Owner ANN = new Owner("ann", false);
    private static final Owner BO = new Owner("bo", false);

    /** Threads that run a task when they are told to. */
    private final Deque<Runnable> threads = new ArrayDeque<>();

    private void runAll() {
        while (!threads.isEmpty()) {
            threads.removeFirst().run();
        }
    }

    /** While two matches both have tasks waiting, neither gets more than one turn ahead of the other. */
    @Property(tries = 200)
    void matchesTakeTurns(
            @ForAll @IntRange(min = 1, max = 4) int atOnce,
            @ForAll @Size(min = 1, max = 80) List<@IntRange(min = 0, max = 5) Integer> tasks) {
        BotWorkers workers = new BotWorkers(threads::add, atOnce);
        List<Executor> matches = new ArrayList<>();
        int[] left = new int[6];
        int[] turns = new int[6];
        for (int i = 0; i < left.length; i++) {
            matches.add(workers.ofMatch(() -> ANN));
        }
        List<Integer> ran = new ArrayList<>();
        for (int match : tasks) {
            left[match]++;
            matches.get(match).execute(() -> ran.add(match));
        }
        runAll();
        assertThat(ran).hasSameSizeAs(tasks);
        for (int match : ran) {
            left[match]--;
            turns[match]++;
            for (int other = 0; other < left.length; other++) {
                if (left[other] > 0) {
                    assertThat(turns[match] - turns[other])
                            .as("turns of match %d ahead of match %d, which waits: %s", match, other, ran)
                            .isLessThanOrEqualTo(1);
                }
            }
        }
    }

    @Test
    void aMatchWhoseBotsAlwaysThinkStarvesNobody() {
        BotWorkers workers = new BotWorkers(threads::add, 1);
        Executor heavy = workers.ofMatch(() -> ANN);
        Mailbox us = new Mailbox(heavy, 1, 1);
        Mailbox cn = new Mailbox(heavy, 1, 1);
        List<String> ran = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            us.post(() -> ran.add("us"));
            cn.post(() -> ran.add("cn"));
        }
        Mailbox light = new Mailbox(workers.ofMatch(() -> ANN), 1, 1);
        light.post(() -> ran.add("light"));
        runAll();
        assertThat(ran).hasSize(101);
        assertThat(ran.indexOf("light")).isEqualTo(1);
    }

    @Test
    void thirtyMatchesOfOneOwnerDelayAnotherByOneTask() {
        BotWorkers workers = new BotWorkers(threads::add, 1);
        List<String> ran = new ArrayList<>();
        for (int match = 0; match < 30; match++) {
            Executor heavy = workers.ofMatch(() -> BO);
            for (int task = 0; task < 4; task++) {
                heavy.execute(() -> ran.add("heavy"));
            }
        }
        Executor light = workers.ofMatch(() -> ANN);
        for (int task = 0; task < 4; task++) {
            light.execute(() -> ran.add("light"));
        }
        runAll();
        assertThat(ran).hasSize(124);
        assertThat(ran.subList(0, 8))
                .containsExactly("heavy", "light", "heavy", "light", "heavy", "light", "heavy", "light");
    }

    @Test
    void botsOfAClassThinkBeforeThoseOfStrangers() {
        BotWorkers workers = new BotWorkers(threads::add, 1);
        List<String> ran = new ArrayList<>();
        for (int task = 0; task < 3; task++) {
            workers.ofMatch(() -> ANN).execute(() -> ran.add("stranger"));
        }
        for (int task = 0; task < 3; task++) {
            workers.ofMatch(() -> Owner.ofClass("c-1")).execute(() -> ran.add("class"));
        }
        runAll();
        assertThat(ran).containsExactly("class", "class", "class", "stranger", "stranger", "stranger");
    }

    @Test
    void noMoreThanSoManyTasksRunAtOnce() {
        BotWorkers workers = new BotWorkers(threads::add, 2);
        for (int i = 0; i < 10; i++) {
            workers.ofMatch(() -> ANN).execute(() -> assertThat(threads).hasSizeLessThan(2));
        }
        assertThat(threads).hasSize(2);
        assertThat(workers.waiting()).isEqualTo(10);
        runAll();
        assertThat(workers.waiting()).isZero();
    }

    @Test
    void oneTaskOfABotWaitsAtATime() {
        BotWorkers workers = new BotWorkers(threads::add, 1);
        Mailbox bot = new Mailbox(workers.ofMatch(() -> ANN), 1, 1);
        for (int i = 0; i < 10; i++) {
            bot.post(() -> assertThat(workers.waiting()).isZero());
        }
        assertThat(workers.waiting()).isEqualTo(1);
        runAll();
    }

    @Test
    void aTaskThatThrowsCostsNoWorker() {
        BotWorkers workers = new BotWorkers(threads::add, 1);
        Executor match = workers.ofMatch(() -> ANN);
        List<String> ran = new ArrayList<>();
        match.execute(() -> {
            throw new IllegalStateException("planned");
        });
        match.execute(() -> ran.add("next"));
        Runnable first = threads.removeFirst();
        assertThatThrownBy(first::run).hasMessage("planned");
        runAll();
        assertThat(ran).containsExactly("next");
    }

    @Test
    void afterTheEndOfTheServerNothingWaits() {
        BotWorkers workers = new BotWorkers(
                task -> {
                    throw new RejectedExecutionException();
                },
                1);
        workers.ofMatch(() -> ANN).execute(() -> {});
        assertThat(workers.waiting()).isZero();
        assertThatThrownBy(() -> workers.ofMatch(() -> ANN).execute(() -> {}))
                .isInstanceOf(RejectedExecutionException.class);
    }
}

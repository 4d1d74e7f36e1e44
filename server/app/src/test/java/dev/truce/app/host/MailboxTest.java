package dev.truce.app.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.truce.app.host.service.Mailbox;
import dev.truce.app.quota.Owner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailboxTest {
    private static final Owner CLASS = Owner.ofClass("c-1");

    /** A pool that runs a task when it is told to. */
    private final Deque<Runnable> pool = new ArrayDeque<>();

    private void runAll() {
        while (!pool.isEmpty()) {
            pool.removeFirst().run();
        }
    }

    @Test
    void tasksRunInOrderAndNeverTwoAtATime() {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Mailbox mailbox = new Mailbox(threads, 10_000);
            List<Integer> order = Collections.synchronizedList(new ArrayList<>());
            AtomicInteger inside = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();
            for (int i = 0; i < 5_000; i++) {
                int number = i;
                assertThat(mailbox.offer(CLASS, () -> {
                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                            order.add(number);
                            inside.decrementAndGet();
                        }))
                        .isTrue();
            }
            await().until(() -> order.size() == 5_000);
            assertThat(order).isEqualTo(IntStream.range(0, 5_000).boxed().toList());
            assertThat(most).hasValue(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatDoesNotFitIsTurnedAwayAndConsequencesNeverAre() {
        Mailbox mailbox = new Mailbox(pool::add, 2);
        assertThat(mailbox.offer(CLASS, () -> {})).isTrue();
        assertThat(mailbox.offer(CLASS, () -> {})).isTrue();
        assertThat(mailbox.offer(CLASS, () -> {})).isFalse();
        AtomicInteger ran = new AtomicInteger();
        mailbox.post(ran::incrementAndGet);
        runAll();
        assertThat(ran).hasValue(1);
        assertThat(mailbox.offer(CLASS, () -> {})).isTrue();
    }

    @Test
    void aMatchWithMuchToDoLetsOthersHaveTheirTurn() {
        Mailbox busy = new Mailbox(pool::add, 1_000);
        Mailbox other = new Mailbox(pool::add, 1_000);
        AtomicInteger done = new AtomicInteger();
        AtomicInteger doneWhenOtherRan = new AtomicInteger(-1);
        for (int i = 0; i < 500; i++) {
            busy.post(done::incrementAndGet);
        }
        other.post(() -> doneWhenOtherRan.set(done.get()));
        runAll();
        assertThat(doneWhenOtherRan.get()).isBetween(1, 50);
        assertThat(done).hasValue(500);
    }

    @Test
    void aTaskThatThrowsStopsNobody() {
        Mailbox mailbox = new Mailbox(pool::add, 10);
        AtomicInteger ran = new AtomicInteger();
        mailbox.post(() -> {
            throw new IllegalStateException("planned");
        });
        mailbox.post(ran::incrementAndGet);
        runAll();
        assertThat(ran).hasValue(1);
    }

    @Test
    void aPoolThatHasStoppedIsNoFault() {
        Mailbox mailbox = new Mailbox(
                task -> {
                    throw new RejectedExecutionException();
                },
                10);
        mailbox.post(() -> {});
        assertThat(mailbox.depth()).isZero();
    }

    @Test
    void oneSeatLeavesAPlaceForTheOther() {
        Mailbox mailbox = new Mailbox(task -> {}, 8);
        Owner us = Owner.seat("US.head");
        int taken = 0;
        while (mailbox.offer(us, () -> {})) {
            taken++;
        }
        assertThat(taken).isEqualTo(4);
        assertThat(mailbox.offer(Owner.seat("CN.head"), () -> {})).isTrue();
    }
}

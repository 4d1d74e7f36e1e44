package dev.truce.store.journal;

import static dev.truce.store.StoredThings.bytes;
import static dev.truce.store.StoredThings.input;
import static dev.truce.store.StoredThings.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.truce.store.Batch;
import dev.truce.store.Entry;
import dev.truce.store.EventStore;
import dev.truce.store.EventStore.NodeBeat;
import dev.truce.store.FaultyStore;
import dev.truce.store.FaultyStore.Fault;
import dev.truce.store.journal.Journal.CommitListener;
import dev.truce.store.sqlite.SqliteStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
    private static final Clock NOON = Clock.fixed(Instant.ofEpochMilli(12_000_000), ZoneOffset.UTC);

    @TempDir
    Path data;

    /** Hears how one write went. */
    private static final class Told implements Journal.Sender {
        private final List<String> told;
        private final int number;

        Told(List<String> told, int number) {
            this.told = told;
            this.number = number;
        }

        @Override
        public void durable(long unixMillis) {
            told.add(number + " durable");
        }

        @Override
        public void failed() {
            told.add(number + " failed");
        }
    }

    @Test
    void eachSenderIsToldInOrderOnceItsWriteIsOnDisk() {
        FaultyStore store = new FaultyStore(SqliteStore.open(data), Fault.NONE, 0);
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        try (Journal journal = new Journal(store, CommitListener.NONE, NOON, 100)) {
            write(journal, opened("m-1", "ABCDEFGH"), Journal.Sender.NONE);
            for (int i = 1; i <= 50; i++) {
                int number = i;
                write(journal, input("m-1", i), new Journal.Sender() {
                    @Override
                    public void durable(long unixMillis) {
                        boolean there = store.durable().stream()
                                .anyMatch(entry -> entry instanceof Entry.InputAccepted accepted
                                        && Arrays.equals(accepted.payload(), bytes("input " + (number + 1))));
                        told.add(number + (there ? " on disk at " : " too early at ") + unixMillis);
                    }

                    @Override
                    public void failed() {
                        told.add(number + " failed");
                    }
                });
            }
            await().until(() -> told.size() == 50);
        }
        assertThat(told)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 50)
                        .mapToObj(i -> i + " on disk at 12000000")
                        .toList());
    }

    @Test
    void whatWaitsForTheDiskBecomesDurableInOneCommit() {
        CountDownLatch gate = new CountDownLatch(1);
        FaultyStore store = new FaultyStore(SqliteStore.open(data), Fault.NONE, 0);
        List<Integer> groups = Collections.synchronizedList(new ArrayList<>());
        CommitListener listener = new CommitListener() {
            @Override
            public void committed(int entries, long nanos) {
                groups.add(entries);
            }

            @Override
            public void suspended() {}

            @Override
            public void resumed() {}
        };
        AtomicInteger durable = new AtomicInteger();
        store.holdUp(gate);
        try (Journal journal = new Journal(store, listener, NOON, 100)) {
            write(journal, opened("m-1", "ABCDEFGH"), Journal.Sender.NONE);
            await().until(() -> journal.depth() == 1);
            for (int i = 1; i <= 60; i++) {
                write(journal, input("m-1", i), new Journal.Sender() {
                    @Override
                    public void durable(long unixMillis) {
                        durable.incrementAndGet();
                    }

                    @Override
                    public void failed() {}
                });
            }
            gate.countDown();
            await().until(() -> durable.get() == 60);
        }
        // The first commit may have begun alone; the rest cannot have needed 60.
        assertThat(groups.stream().mapToInt(Integer::intValue).sum()).isEqualTo(61);
        assertThat(groups).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void nothingIsTakenThatDoesNotFit() {
        CountDownLatch gate = new CountDownLatch(1);
        FaultyStore store = new FaultyStore(SqliteStore.open(data), Fault.NONE, 0);
        store.holdUp(gate);
        try (Journal journal = new Journal(store, CommitListener.NONE, NOON, 3)) {
            assertThat(journal.reserve()).isTrue();
            assertThat(journal.reserve()).isTrue();
            assertThat(journal.reserve()).isTrue();
            assertThat(journal.reserve()).isFalse();
            journal.release();
            assertThat(journal.reserve()).isTrue();
            gate.countDown();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"THROWS_BEFORE", "THROWS_AFTER"})
    void afterAFailedWriteWhatWaitsIsRefusedAndTheJournalGoesOnByItself(Fault fault) {
        for (int at = 2; at <= 4; at++) {
            Path directory = data.resolve(fault + "-" + at);
            assertThat(directory.toFile().mkdirs()).isTrue();
            FaultyStore store = new FaultyStore(SqliteStore.open(directory), fault, at);
            store.stayClosed(true);
            List<String> told = Collections.synchronizedList(new ArrayList<>());
            List<String> heard = Collections.synchronizedList(new ArrayList<>());
            CommitListener listener = new CommitListener() {
                @Override
                public void committed(int entries, long nanos) {}

                @Override
                public void suspended() {
                    heard.add("suspended");
                }

                @Override
                public void resumed() {
                    heard.add("resumed");
                }
            };
            try (Journal journal = new Journal(store, listener, NOON, 100)) {
                write(journal, opened("m-1", "ABCDEFGH"), new Told(told, 0));
                await().until(() -> told.size() >= 1);
                for (int i = 1; i <= 10 && journal.reserve(); i++) {
                    journal.write(input("m-1", i), new Told(told, i));
                    // One commit each, so that the fault hits a known one.
                    int written = i + 1;
                    await().until(() -> told.size() >= written);
                }
                assertThat(journal.isSuspended()).isTrue();
                assertThat(journal.reserve()).isFalse();
                CountDownLatch open = new CountDownLatch(1);
                journal.whenOpen(open::countDown);
                assertThat(open.getCount()).isEqualTo(1);
                store.stayClosed(false);
                await().until(() -> open.getCount() == 0);
                // The next writer reads first what the failed write has left.
                long last = store.last("m-1");
                assertThat(last).isEqualTo(fault == Fault.THROWS_BEFORE ? at - 1 : at);
                write(journal, input("m-1", last), new Told(told, 99));
                write(journal, input("m-1", last), new Told(told, 100));
                int all = at + 2;
                await().until(() -> told.size() == all);
            }
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < at - 1; i++) {
                expected.add(i + " durable");
            }
            expected.add(at - 1 + " failed");
            expected.add("99 durable");
            expected.add("100 failed");
            assertThat(told).as("%s at write %d", fault, at).containsExactlyElementsOf(expected);
            assertThat(heard).containsExactly("suspended", "resumed");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aStopIsToldOnlyIfTheFirstTryToGoOnFailsAsWell(boolean fails) {
        FaultyStore store = new FaultyStore(SqliteStore.open(data), Fault.THROWS_BEFORE, 1);
        store.stayClosed(fails);
        AtomicLong nanos = new AtomicLong();
        List<Boolean> heard = new ArrayList<>();
        Journal journal = Journal.inTurns(store, CommitListener.NONE, NOON, 10, nanos::get, () -> {});
        journal.watch(() -> heard.add(journal.staysSuspended()));
        write(journal, opened("m-1", "ABCDEFGH"), Journal.Sender.NONE);
        boolean more = journal.turn();
        assertThat(more).isTrue();
        assertThat(journal.isSuspended()).isTrue();
        assertThat(heard).isEmpty();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(journal.turn()).isEqualTo(fails);
        assertThat(heard).isEqualTo(fails ? List.of(true) : List.of());
        store.stayClosed(false);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(10));
        assertThat(journal.turn()).isFalse();
        assertThat(heard).isEqualTo(fails ? List.of(true, false) : List.of());
        store.close();
    }

    /** One that was taken just when the next came must not be the last for ever. */
    @Test
    void noSignOfLifeIsTheLastHoweverItMeetsTheJournal() {
        try (Journal journal = new Journal(SqliteStore.open(data), CommitListener.NONE, NOON, 100)) {
            int last = 1_000_000;
            for (int beat = 1; beat <= last; beat++) {
                journal.beat(new NodeBeat("now", beat, beat));
            }
            await().until(() -> journal.store()
                    .lastBeat("now")
                    .filter(beat -> beat.beat() == last)
                    .isPresent());
        }
    }

    @Test
    void aSignOfLifeIsWrittenAfterWhatWaits() {
        EventStore store = SqliteStore.open(data);
        try (Journal journal = new Journal(store, CommitListener.NONE, NOON, 100)) {
            write(journal, opened("m-1", "ABCDEFGH"), Journal.Sender.NONE);
            journal.beat(new NodeBeat("now", 1_000, 1));
            journal.beat(new NodeBeat("now", 2_000, 2));
            await().until(() ->
                    store.lastBeat("now").filter(beat -> beat.beat() == 2).isPresent());
            assertThat(store.last("m-1")).isEqualTo(1);
            assertThat(store.lastBeat("then")).isEmpty();
        }
    }

    @Test
    void closingWritesWhatWaits() {
        AtomicInteger durable = new AtomicInteger();
        FaultyStore store = new FaultyStore(SqliteStore.open(data), Fault.NONE, 0);
        try (Journal journal = new Journal(store, CommitListener.NONE, NOON, 100)) {
            write(journal, opened("m-1", "ABCDEFGH"), Journal.Sender.NONE);
            for (int i = 1; i <= 20; i++) {
                write(journal, input("m-1", i), new Journal.Sender() {
                    @Override
                    public void durable(long unixMillis) {
                        durable.incrementAndGet();
                    }

                    @Override
                    public void failed() {}
                });
            }
        }
        assertThat(durable).hasValue(20);
    }

    private static void write(Journal journal, Batch batch, Journal.Sender sender) {
        assertThat(journal.reserve()).isTrue();
        journal.write(batch, sender);
    }
}

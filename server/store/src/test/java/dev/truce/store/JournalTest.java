package dev.truce.store;

import static dev.truce.store.StoredThings.input;
import static dev.truce.store.StoredThings.room;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.truce.store.FaultyStore.Fault;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
            write(journal, List.of(new Entry.RoomOpened(room("m-1", "ABCDEFGH"))), Journal.Sender.NONE);
            for (int i = 1; i <= 50; i++) {
                int number = i;
                write(journal, List.of(input("m-1", i)), new Journal.Sender() {
                    @Override
                    public void durable(long unixMillis) {
                        boolean there = store.durable().stream()
                                .anyMatch(entry ->
                                        entry instanceof Entry.InputAccepted accepted && accepted.sequence() == number);
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
            public void stopped() {}
        };
        AtomicInteger durable = new AtomicInteger();
        store.holdUp(gate);
        try (Journal journal = new Journal(store, listener, NOON, 100)) {
            write(journal, List.of(new Entry.RoomOpened(room("m-1", "ABCDEFGH"))), Journal.Sender.NONE);
            await().until(() -> journal.depth() == 1);
            for (int i = 1; i <= 60; i++) {
                write(journal, List.of(input("m-1", i)), new Journal.Sender() {
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
    void afterAFailedWriteNothingIsEverAcknowledged(Fault fault) {
        for (int at = 2; at <= 8; at++) {
            Path directory = data.resolve(fault + "-" + at);
            assertThat(directory.toFile().mkdirs()).isTrue();
            FaultyStore store = new FaultyStore(SqliteStore.open(directory), fault, at);
            List<String> told = Collections.synchronizedList(new ArrayList<>());
            AtomicInteger stopped = new AtomicInteger();
            CommitListener listener = new CommitListener() {
                @Override
                public void committed(int entries, long nanos) {}

                @Override
                public void stopped() {
                    stopped.incrementAndGet();
                }
            };
            try (Journal journal = new Journal(store, listener, NOON, 100)) {
                write(journal, List.of(new Entry.RoomOpened(room("m-1", "ABCDEFGH"))), new Told(told, 0));
                await().until(() -> told.size() >= 1);
                for (int i = 1; i <= 10 && journal.reserve(); i++) {
                    journal.write(List.of(input("m-1", i)), new Told(told, i));
                    // One commit each, so that the fault hits a known one.
                    int written = i + 1;
                    await().until(() -> told.size() >= written);
                }
                assertThat(journal.isBroken()).isTrue();
                assertThat(journal.reserve()).isFalse();
            }
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < at - 1; i++) {
                expected.add(i + " durable");
            }
            expected.add(at - 1 + " failed");
            assertThat(told).as("%s at write %d", fault, at).containsExactlyElementsOf(expected);
            assertThat(stopped).hasValue(1);
        }
    }

    @Test
    void closingWritesWhatWaits() {
        AtomicInteger durable = new AtomicInteger();
        FaultyStore store = new FaultyStore(SqliteStore.open(data), Fault.NONE, 0);
        try (Journal journal = new Journal(store, CommitListener.NONE, NOON, 100)) {
            write(journal, List.of(new Entry.RoomOpened(room("m-1", "ABCDEFGH"))), Journal.Sender.NONE);
            for (int i = 1; i <= 20; i++) {
                write(journal, List.of(input("m-1", i)), new Journal.Sender() {
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

    private static void write(Journal journal, List<Entry> entries, Journal.Sender sender) {
        assertThat(journal.reserve()).isTrue();
        journal.write(entries, sender);
    }
}

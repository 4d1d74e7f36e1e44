package dev.truce.app.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.truce.store.Entry;
import dev.truce.store.FaultyStore;
import dev.truce.store.FaultyStore.Fault;
import dev.truce.store.StoredRoom;
import dev.truce.store.journal.Journal;
import dev.truce.store.journal.Journal.CommitListener;
import dev.truce.store.sqlite.SqliteStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
    @TempDir
    Path data;

    private final List<String> said = new ArrayList<>();
    private final BlockingQueue<Runnable> mailbox = new LinkedBlockingQueue<>();
    private int failures;

    private Outbox.Words words(String text) {
        return new Outbox.Words() {
            @Override
            public void say(long unixMillis) {
                said.add(text);
            }

            @Override
            public void withhold() {
                said.add("not " + text);
            }
        };
    }

    private void runNext() throws InterruptedException {
        Runnable task = mailbox.poll(10, TimeUnit.SECONDS);
        assertThat(task).isNotNull();
        task.run();
    }

    private static List<Entry> entries(String number) {
        return number.equals("1")
                ? List.of(new Entry.RoomOpened(new StoredRoom("m", "CODE", "r", "s", "h", new byte[0], 0, false, 0)))
                : List.of(new Entry.InputAccepted(new byte[0]));
    }

    private Outbox outbox(Journal journal) {
        return new Outbox(journal, "m", mailbox::add, () -> failures++);
    }

    @Test
    void whatFollowsFromNothingNewIsSaidAtOnce() {
        try (Journal journal = journal(Fault.NONE, 0, new CountDownLatch(0))) {
            outbox(journal).say(words("hello"));
            assertThat(said).containsExactly("hello");
        }
    }

    @Test
    void whatFollowsFromAWriteIsSaidAfterItAndInOrder() throws Exception {
        CountDownLatch disk = new CountDownLatch(1);
        try (Journal journal = journal(Fault.NONE, 0, disk)) {
            Outbox outbox = outbox(journal);
            assertThat(outbox.reserve()).isTrue();
            outbox.write(entries("1"));
            outbox.say(words("a"));
            outbox.say(words("b"));
            assertThat(outbox.reserve()).isTrue();
            outbox.write(entries("2"));
            outbox.say(words("c"));
            assertThat(said).isEmpty();
            disk.countDown();
            runNext();
            assertThat(said).containsExactly("a", "b");
            runNext();
            assertThat(said).containsExactly("a", "b", "c");
            assertThat(outbox.isQuiet()).isTrue();
        }
    }

    @Test
    void whatCannotBeSavedIsNeverSaid() throws Exception {
        CountDownLatch disk = new CountDownLatch(1);
        try (Journal journal = journal(Fault.THROWS_BEFORE, 1, disk)) {
            Outbox outbox = outbox(journal);
            assertThat(outbox.reserve()).isTrue();
            outbox.write(entries("1"));
            outbox.say(words("a"));
            assertThat(outbox.reserve()).isTrue();
            outbox.write(entries("2"));
            outbox.say(words("b"));
            disk.countDown();
            runNext();
            outbox.say(words("c"));
            assertThat(said).containsExactly("not a", "not b", "not c");
            assertThat(outbox.reserve()).isFalse();
            runNext();
            assertThat(failures).isEqualTo(1);
            assertThat(outbox.hasFailed()).isTrue();
        }
    }

    private Journal journal(Fault fault, int at, CountDownLatch disk) {
        FaultyStore store = new FaultyStore(SqliteStore.open(data), fault, at);
        store.holdUp(disk);
        return new Journal(store, CommitListener.NONE, Clock.systemUTC(), 10);
    }

    @Test
    void aJournalThatIsClosedTakesNothing() {
        Journal journal = journal(Fault.NONE, 0, new CountDownLatch(0));
        journal.close();
        assertThat(outbox(journal).reserve()).isFalse();
        assertThatCode(journal::close).doesNotThrowAnyException();
    }
}

package dev.truce.app.host.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.truce.engine.orders.Reply;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.store.FaultyStore;
import dev.truce.store.chain.MemoryStore;
import dev.truce.store.journal.Journal;
import dev.truce.store.journal.Journal.CommitListener;
import dev.truce.store.sqlite.SqliteStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a class costs the disk that is opened, and what becomes of one of which nobody knows whether it is there. */
class ClassOpeningTest {
    private static final String TEMPLATE = "title: Seminar\nscenario: busan-2025\nrounds: 2\n";
    private static final String LIST = "Name,Student number\nAnn,1\nBo,2\nCy,3\nDi,4\nEd,5\nFay,6\n";

    private static final int TURNS = 4;

    @TempDir
    Path data;

    private final List<Integer> groups = new ArrayList<>();

    private final CommitListener counting = new CommitListener() {
        @Override
        public void committed(int entries, long nanos) {
            groups.add(entries);
        }

        @Override
        public void suspended() {}

        @Override
        public void resumed() {}
    };

    @Test
    void allTablesAreWrittenInOneGroupAndTheClassInTheNext() throws Exception {
        Journal journal =
                Journal.inTurns(SqliteStore.open(data), counting, Clock.systemUTC(), 100, System::nanoTime, () -> {});
        try (ClassesAlone alone = new ClassesAlone(journal)) {
            CompletableFuture<Reply<ClassNews>> answer = new CompletableFuture<>();
            alone.classes()
                    .open(new ClassRequest.Open("a-key", alone.deskKey().reveal(), TEMPLATE, LIST), answer::complete);
            alone.opening().remove().run();
            assertThat(journal.depth()).as("tables that wait for the disk").isEqualTo(3);

            journal.turn();
            journal.turn();
            alone.opening().remove().run();
            assertThat(answer.getNow(null)).isInstanceOf(Reply.Done.class);
            assertThat(groups).hasSize(2);
        } finally {
            journal.turn();
        }
    }

    /** Its commit ended in an error at the very end, or was never made: who asks again under the same key has one class in the end. */
    @ParameterizedTest
    @EnumSource(names = {"THROWS_BEFORE", "THROWS_AFTER"})
    void aWishOfWhichNobodyKnowsWhetherItWasSavedOpensOneClass(FaultyStore.Fault fault) throws Exception {
        MemoryStore disk = new MemoryStore();
        AtomicLong now = new AtomicLong();
        FaultyStore store = new FaultyStore(disk, fault, 2);
        Journal journal = Journal.inTurns(store, counting, Clock.systemUTC(), 100, now::incrementAndGet, () -> {});
        try (ClassesAlone alone = new ClassesAlone(journal)) {
            store.stayClosed(true);
            Reply<ClassNews> first = open(alone, journal);
            assertThat(first)
                    .isInstanceOfSatisfying(
                            Reply.Refused.class,
                            refused -> assertThat(refused.refusal().retryAfterMillis())
                                    .isPositive());
            store.stayClosed(false);
            now.addAndGet(Duration.ofMinutes(1).toNanos());
            // A moment after the journal is open it has been read whether there is such a class.
            Reply<ClassNews> again =
                    await().pollInSameThread().until(() -> open(alone, journal), Reply.Done.class::isInstance);
            assertThat(again)
                    .isInstanceOfSatisfying(
                            Reply.Done.class,
                            done -> assertThat(done.value())
                                    .isInstanceOfSatisfying(
                                            ClassNews.Opened.class,
                                            opened -> assertThat(disk.openClasses())
                                                    .containsExactly(opened.classId())));
        } finally {
            journal.turn();
        }
    }

    /** Wants a class, and lets all happen that comes of it. */
    private static Reply<ClassNews> open(ClassesAlone alone, Journal journal) {
        CompletableFuture<Reply<ClassNews>> answer = new CompletableFuture<>();
        alone.classes()
                .open(new ClassRequest.Open("a-key", alone.deskKey().reveal(), TEMPLATE, LIST), answer::complete);
        for (int i = 0; i < TURNS; i++) {
            Runnable next = alone.opening().poll();
            if (next != null) {
                next.run();
            }
            journal.turn();
        }
        return answer.join();
    }
}

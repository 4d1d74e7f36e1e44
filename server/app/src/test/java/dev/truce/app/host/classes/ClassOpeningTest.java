package dev.truce.app.host.classes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.orders.Reply;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassRequest;
import dev.truce.store.journal.Journal;
import dev.truce.store.journal.Journal.CommitListener;
import dev.truce.store.sql.SqlStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a class costs the disk that is opened. */
class ClassOpeningTest {
    private static final String TEMPLATE = "title: Seminar\nscenario: busan-2025\nrounds: 2\n";
    private static final String LIST = "Name,Student number\nAnn,1\nBo,2\nCy,3\nDi,4\nEd,5\nFay,6\n";

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
                Journal.inTurns(SqlStore.open(data), counting, Clock.systemUTC(), 100, System::nanoTime, () -> {});
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
}

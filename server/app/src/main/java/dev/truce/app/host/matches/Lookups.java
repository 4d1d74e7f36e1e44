package dev.truce.app.host.matches;

import dev.truce.app.quota.Allowance;
import dev.truce.app.quota.Owner;
import dev.truce.app.room.RoomBook;
import dev.truce.app.room.ServerRefusals;
import dev.truce.engine.orders.Reply;
import dev.truce.store.BrokenStream.BrokenStreamException;
import dev.truce.store.StoreException;
import dev.truce.store.log.LogEvent;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what reads the journal, and answers those who wait for that if it cannot be read. Thread-safe. */
final class Lookups {
    private static final Logger LOG = LoggerFactory.getLogger(Lookups.class);

    /** Tasks of people that may wait at a time. */
    static final int MAX_WAITING = 1_024;

    /** What a match or a class of the server wants. */
    private static final Owner OWN = Owner.ofClass("");

    private final Executor threads;
    private final Allowance waiting = new Allowance(MAX_WAITING);
    private final BrokenMatches broken;
    private final RoomBook book;
    private final Clock wallClock;

    /** @param threads may turn tasks away */
    Lookups(Executor threads, BrokenMatches broken, RoomBook book, Clock wallClock) {
        this.threads = threads;
        this.broken = broken;
        this.book = book;
        this.wallClock = wallClock;
    }

    /** Runs a task for which nobody waits. */
    void run(Runnable task) {
        run(reply -> {}, task);
    }

    /**
     * Runs a task soon.
     *
     * @param answer gets the refusal if the task fails; if it does not, it answers itself
     */
    <T> void run(Consumer<Reply<T>> answer, Runnable task) {
        run(OWN, answer, task);
    }

    /**
     * Runs a task soon, unless its owner has too many waiting.
     *
     * @param answer gets the refusal if the task fails; if it does not, it answers itself
     */
    <T> void run(Owner owner, Consumer<Reply<T>> answer, Runnable task) {
        if (!waiting.take(owner)) {
            answer.accept(Reply.refused(ServerRefusals.retry()));
            return;
        }
        try {
            threads.execute(() -> {
                waiting.giveBack(owner);
                try {
                    task.run();
                } catch (BrokenStreamException e) {
                    broken.add(e.broken());
                    book.faulted(e.broken().stream(), wallClock.millis());
                    answer.accept(Reply.refused(ServerRefusals.broken(e.broken())));
                } catch (StoreException e) {
                    LOG.warn(LogEvent.JOURNAL_UNREADABLE.marker(), "the journal cannot be read now", e);
                    answer.accept(Reply.refused(ServerRefusals.later()));
                } catch (RuntimeException e) {
                    // A client waits for an answer, whatever is wrong with what was stored.
                    LOG.error(LogEvent.MATCH_UNREADABLE.marker(), "a match could not be brought back", e);
                    answer.accept(Reply.refused(ServerRefusals.unavailable()));
                }
            });
        } catch (RejectedExecutionException full) {
            waiting.giveBack(owner);
            answer.accept(Reply.refused(ServerRefusals.retry()));
        }
    }
}

package dev.truce.app.host;

import dev.truce.app.room.ServerRefusals;
import dev.truce.engine.orders.Reply;
import dev.truce.store.Batch;
import dev.truce.store.Entry;
import dev.truce.store.StoredMember;
import dev.truce.store.journal.Journal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Keeps back what a match says until everything that it follows from is on disk. Even a refusal waits, since it may tell of
 * a state that a crash would undo. Confined to the tasks of its match's mailbox.
 */
public final class Outbox {

    /** Something that the match wants to say or do. */
    public interface Words {
        /** All that it follows from is on disk since {@code unixMillis}; 0 if that was so before. */
        void say(long unixMillis);

        /** What it follows from could not be saved; it must never be said. */
        default void withhold() {}

        /** Returns the words that answer a request, or ask to send it again later. */
        static <T> Words answering(Consumer<Reply<T>> answer, Supplier<T> done) {
            return of(
                    unixMillis -> answer.accept(new Reply.Done<>(done.get())),
                    () -> answer.accept(Reply.refused(ServerRefusals.later())));
        }

        /** Returns words that say one thing or, if that must never be said, do another. */
        static Words of(LongConsumer said, Runnable withheld) {
            return new Words() {
                @Override
                public void say(long unixMillis) {
                    said.accept(unixMillis);
                }

                @Override
                public void withhold() {
                    withheld.run();
                }
            };
        }
    }

    private static final class Step {
        private final List<Words> words = new ArrayList<>();
    }

    private final Journal journal;
    private final String stream;
    private final Consumer<Runnable> mailbox;
    private final Runnable onFailure;
    private final Deque<Step> steps = new ArrayDeque<>();
    private long last;
    private boolean failed;

    /**
     * Makes an empty outbox of a new match.
     *
     * @param stream id of the match
     * @param mailbox runs a task after the present one
     * @param onFailure called once, when a write has failed
     */
    public Outbox(Journal journal, String stream, Consumer<Runnable> mailbox, Runnable onFailure) {
        this.journal = journal;
        this.stream = stream;
        this.mailbox = mailbox;
        this.onFailure = onFailure;
    }

    /** Goes on after an entry that was read from the journal. */
    public void after(long entry) {
        last = entry;
    }

    /** Returns the number that the next entry gets. */
    public long next() {
        return last + 1;
    }

    /** Keeps a place in the journal; without one nothing may be changed. */
    public boolean reserve() {
        return !failed && journal.reserve();
    }

    /** Returns the refusal of a request for which there was no place. */
    public <T> Reply<T> busy() {
        return Reply.refused(isStopped() ? ServerRefusals.later() : ServerRefusals.retry());
    }

    /** Returns whether nothing can be written before the journal is open, or the match is read from it again. */
    boolean isStopped() {
        return failed || journal.isSuspended();
    }

    /** Gives a place back that is not needed. */
    public void release() {
        journal.release();
    }

    /** Says something once all that was written before is durable; at once if it is. */
    public void say(Words words) {
        if (failed) {
            words.withhold();
        } else if (steps.isEmpty()) {
            words.say(0);
        } else {
            steps.getLast().words.add(words);
        }
    }

    /** Writes entries on a reserved place; what is said from now on waits for them. */
    public void write(List<Entry> entries) {
        write(entries, List.of());
    }

    /** Writes entries on a reserved place, with lines of the list of a class. */
    public void write(List<Entry> entries, List<StoredMember> members) {
        Step step = new Step();
        steps.add(step);
        Batch batch = new Batch(stream, last, entries, members);
        last += entries.size();
        journal.write(batch, new Journal.Sender() {
            @Override
            public void durable(long unixMillis) {
                mailbox.accept(() -> complete(step, unixMillis));
            }

            @Override
            public void failed() {
                mailbox.accept(Outbox.this::fail);
            }
        });
    }

    /** Returns whether nothing waits for the disk. */
    boolean isQuiet() {
        return steps.isEmpty();
    }

    /** Whether a write has failed. */
    public boolean hasFailed() {
        return failed;
    }

    private void complete(Step step, long unixMillis) {
        if (failed) {
            return;
        }
        Step first = steps.removeFirst();
        if (first != step) {
            throw new IllegalStateException("the journal told of its writes out of order");
        }
        for (Words words : step.words) {
            words.say(unixMillis);
        }
    }

    private void fail() {
        if (failed) {
            return;
        }
        failed = true;
        List<Step> unsaid = List.copyOf(steps);
        steps.clear();
        onFailure.run();
        for (Step step : unsaid) {
            step.words.forEach(Words::withhold);
        }
    }
}

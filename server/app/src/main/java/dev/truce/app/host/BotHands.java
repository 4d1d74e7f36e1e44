package dev.truce.app.host;

import dev.truce.app.room.Reply;
import dev.truce.match.Input;
import dev.truce.protocol.message.ReasonCode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does what a bot wants, one thing after the other: the next is done when the one before has its answer, so that nobody is ready
 * before his orders are sealed, however busy the journal is. Confined to the tasks of its match.
 */
final class BotHands {
    /** How soon something is tried again for which the journal had no place. */
    private static final long AGAIN_MILLIS = 50;

    private final SeatActions play;
    private final Timers timers;
    private final Consumer<Runnable> mailbox;
    private final Deque<Step> steps = new ArrayDeque<>();
    private boolean busy;
    private boolean closed;

    private record Step(Supplier<@Nullable Input> input, Consumer<Reply<SavedDeed>> answered) {}

    /**
     * Has nothing to do yet.
     *
     * @param mailbox runs a task of the match
     */
    BotHands(SeatActions play, Timers timers, Consumer<Runnable> mailbox) {
        this.play = play;
        this.timers = timers;
        this.mailbox = mailbox;
    }

    /**
     * Does something after what was given before.
     *
     * @param input made when its turn has come; null if there is nothing to do any more
     * @param answered hears the answer, unless it is that the journal has no place
     */
    void then(Supplier<@Nullable Input> input, Consumer<Reply<SavedDeed>> answered) {
        if (!closed) {
            steps.add(new Step(input, answered));
            next();
        }
    }

    /** Drops what is not done yet: a match that has left memory may be somewhere else already, and must not write any more. */
    void close() {
        closed = true;
        steps.clear();
    }

    private void next() {
        while (!busy && !steps.isEmpty()) {
            Step step = steps.getFirst();
            Input input = step.input().get();
            if (input == null) {
                steps.removeFirst();
                continue;
            }
            busy = true;
            play.rule(input, reply -> mailbox.accept(() -> answered(step, reply)));
        }
    }

    private void answered(Step step, Reply<SavedDeed> reply) {
        if (closed) {
            return;
        }
        if (reply instanceof Reply.Denied<SavedDeed> denied && denied.code() == ReasonCode.RETRY) {
            timers.after(
                    AGAIN_MILLIS,
                    () -> mailbox.accept(() -> {
                        busy = false;
                        next();
                    }));
            return;
        }
        steps.removeFirst();
        busy = false;
        step.answered().accept(reply);
        next();
    }
}

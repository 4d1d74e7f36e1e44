package dev.truce.bot.line;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a bot in another process may take.
 *
 * @param moveMillis longest wait for one answer, 10 to 3,600,000
 * @param movetimeBudget whether the bot is told that time as its budget; otherwise it is told the steps of its seat, so that matches
 *     can be played again, and the time only guards against one that hangs
 * @param legal whether it is told what is legal
 * @param recover whether one that has crashed or stalled is started again with the next round
 * @param log what it writes beside the protocol is appended here, up to a megabyte; null for nowhere
 */
public record ChildLimits(
        long moveMillis,
        boolean movetimeBudget,
        boolean legal,
        boolean recover,
        @Nullable Path log) {
    /** Ten seconds an answer, a budget in steps, no second start, no log. */
    public static final ChildLimits USUAL = new ChildLimits(10_000, false, true, false, null);

    /**
     * Checks the time.
     *
     * @throws IllegalArgumentException unless 10 <= moveMillis <= 3,600,000
     */
    public ChildLimits {
        if (moveMillis < 10 || moveMillis > 3_600_000) {
            throw new IllegalArgumentException(moveMillis + " milliseconds an answer, expected 10 to 3600000");
        }
    }

    /** Returns the same limits with so many milliseconds an answer, told to the bot as its budget. */
    public ChildLimits withMovetime(long millis) {
        return new ChildLimits(millis, true, legal, recover, log);
    }

    /** Returns the same limits with a hard limit of so many milliseconds an answer, which is not the bot's budget. */
    public ChildLimits within(long millis) {
        return new ChildLimits(millis, movetimeBudget, legal, recover, log);
    }

    /** Returns the same limits with a log. */
    public ChildLimits logging(Path file) {
        return new ChildLimits(moveMillis, movetimeBudget, legal, recover, file);
    }

    /** Returns the same limits for a bot that is started again. */
    public ChildLimits recovering() {
        return new ChildLimits(moveMillis, movetimeBudget, legal, true, log);
    }
}

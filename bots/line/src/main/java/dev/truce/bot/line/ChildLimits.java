package dev.truce.bot.line;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a bot in another process may take.
 *
 * @param startMillis longest wait for {@code twiok} and for {@code readyok} after the start, 10 to 3,600,000
 * @param moveMillis longest wait for one answer, 10 to 3,600,000
 * @param movetimeBudget whether the bot is told that time as its budget; otherwise it is told the steps of its seat, so that matches
 *     can be played again, and the time only guards against one that hangs
 * @param legal whether it is told what is legal
 * @param recover whether one that has crashed or stalled is started again with the next round
 * @param log what it writes beside the protocol is appended here, up to a megabyte; null for nowhere
 */
public record ChildLimits(
        long startMillis,
        long moveMillis,
        boolean movetimeBudget,
        boolean legal,
        boolean recover,
        @Nullable Path log) {
    /**
     * Thirty seconds to start, as a bot on a cold machine loads an interpreter and its libraries; ten seconds an answer, a budget in
     * steps, no second start, no log.
     */
    public static final ChildLimits USUAL = new ChildLimits(30_000, 10_000, false, true, false, null);

    /**
     * Checks the times.
     *
     * @throws IllegalArgumentException unless 10 <= startMillis, moveMillis <= 3,600,000
     */
    public ChildLimits {
        check(startMillis, "to start");
        check(moveMillis, "an answer");
    }

    private static void check(long millis, String what) {
        if (millis < 10 || millis > 3_600_000) {
            throw new IllegalArgumentException(millis + " milliseconds " + what + ", expected 10 to 3600000");
        }
    }

    /**
     * Returns the limits of a tournament.
     *
     * @param movetimeMillis time for an answer, told to the bot as its budget; 0 if budgets are in steps
     * @param recover whether a bot that crashed or stalled is started again
     * @throws IllegalArgumentException unless the time is 0 or 10 to 3,600,000
     */
    public static ChildLimits of(long movetimeMillis, boolean recover) {
        ChildLimits timed = movetimeMillis == 0 ? USUAL : USUAL.withMovetime(movetimeMillis);
        return recover ? timed.recovering() : timed;
    }

    /** Returns the same limits with so many milliseconds an answer, told to the bot as its budget. */
    public ChildLimits withMovetime(long millis) {
        return new ChildLimits(startMillis, millis, true, legal, recover, log);
    }

    /** Returns the same limits with a hard limit of so many milliseconds an answer, which is not the bot's budget. */
    public ChildLimits within(long millis) {
        return new ChildLimits(startMillis, millis, movetimeBudget, legal, recover, log);
    }

    /** Returns the same limits with so many milliseconds for each answer to the greeting. */
    public ChildLimits startingWithin(long millis) {
        return new ChildLimits(millis, moveMillis, movetimeBudget, legal, recover, log);
    }

    /** Returns the same limits with a log. */
    public ChildLimits logging(Path file) {
        return new ChildLimits(startMillis, moveMillis, movetimeBudget, legal, recover, file);
    }

    /** Returns the same limits for a bot that is started again. */
    public ChildLimits recovering() {
        return new ChildLimits(startMillis, moveMillis, movetimeBudget, legal, true, log);
    }
}

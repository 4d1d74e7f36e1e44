package dev.truce.tournament.run;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What a tournament does about bots in this process that do not return. Java cannot end a thread that does not want to; so the
 * thread is interrupted and given up, and the bot is never asked again in the run: it stalled. No more threads are given up
 * than bots stall at the same time, which are at most two for each pair that is under way. Thread-safe.
 */
public final class Containment {
    /** A quick bot answers within a millisecond, one that searches within seconds; who needs this long does not come back. */
    public static final Duration USUAL_PATIENCE = Duration.ofMinutes(10);

    /** A command is asked so often for what the program takes for one decision. */
    private static final int CALLS_A_DECISION = 4;

    /** More calls of bots than a pair can have: two matches of 64 rounds with a handful for either side. */
    private static final int CALLS_A_PAIR = 2_048;

    private final Duration patience;
    private final Listener listener;
    private final Set<Integer> out = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;

    /** Hears of bots that stalled; on any thread. */
    public interface Listener {
        /**
         * A bot did not return, and is not asked any more.
         *
         * @param bot index of the bot
         * @param pair index of the pair
         * @param round the round for which it was asked, from 1; one behind the last when it was let go
         */
        void stalled(int bot, int pair, int round);
    }

    /**
     * Makes one for a run.
     *
     * @param patience how long one call of a bot may take, at least 1 ms; a bot in a process of its own needs less than this to give
     *     up on it
     */
    public Containment(Duration patience, Listener listener) {
        this(patience, listener, Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "pair");
            thread.setDaemon(true);
            return thread;
        }));
    }

    /** Makes one that plays on threads of somebody else. */
    Containment(Duration patience, Listener listener, ExecutorService threads) {
        this.patience = patience;
        this.listener = listener;
        this.threads = threads;
    }

    /**
     * Makes one with the usual patience for a run.
     *
     * @param movetimeMillis what a command may think for an answer; 0 if budgets are in steps
     */
    public static Containment of(long movetimeMillis, Listener listener) {
        return new Containment(USUAL_PATIENCE.plusMillis(CALLS_A_DECISION * movetimeMillis), listener);
    }

    /** Returns how long a pair may take: longer than one whose bots all return in time. */
    public Duration patienceOfPair() {
        return patience.multipliedBy(CALLS_A_PAIR);
    }

    Duration patience() {
        return patience;
    }

    ExecutorService threads() {
        return threads;
    }

    /** Returns the bots that are not asked any more. */
    Set<Integer> out() {
        return out;
    }

    void stalled(Watch.Call call, int pair) {
        out.add(call.bot());
        listener.stalled(call.bot(), pair, call.round());
    }
}

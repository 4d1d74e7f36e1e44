package dev.truce.bot;

/**
 * A bot's thinking time in steps, so that a match replays on any machine. One step is one simulated round or one visited
 * node; simple bots take none. A bot that goes on although none is left is stopped, so that a search that does not end costs its
 * round and nobody else's. Not thread-safe.
 */
public final class StepBudget {
    /** Steps that are refused in a round before the bot is stopped; one that listens asks a few times more. */
    static final int MAX_REFUSED = 1_000;

    private final long perRound;
    private long left;
    private int refused;

    /**
     * Makes a full budget.
     *
     * @param perRound steps allowed in each round, at least 0
     */
    public StepBudget(long perRound) {
        if (perRound < 0) {
            throw new IllegalArgumentException("steps per round " + perRound + ", expected at least 0");
        }
        this.perRound = perRound;
        this.left = perRound;
    }

    /**
     * Takes one step; false when none is left and the bot must answer with what it has.
     *
     * @throws IllegalStateException if the bot has asked for far more, since it takes no notice; its runner lets it hold
     */
    public boolean take() {
        if (left == 0) {
            if (++refused > MAX_REFUSED) {
                throw new IllegalStateException("took more than its " + perRound + " steps in a round");
            }
            return false;
        }
        left--;
        return true;
    }

    public long left() {
        return left;
    }

    /** Refills the budget; the runner calls it when a round opens. */
    public void refill() {
        left = perRound;
        refused = 0;
    }
}

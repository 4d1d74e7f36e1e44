package dev.truce.bot;

/**
 * A bot's thinking time in steps, so that a match replays on any machine. One step is one simulated round or one visited
 * node; simple bots take none. Not thread-safe.
 */
public final class StepBudget {
    private final long perRound;
    private long left;

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

    /** Takes one step; false when none is left and the bot must answer with what it has. */
    public boolean take() {
        if (left == 0) {
            return false;
        }
        left--;
        return true;
    }

    /** Returns the steps left in this round. */
    public long left() {
        return left;
    }

    /** Refills the budget; the runner calls it when a round opens. */
    public void refill() {
        left = perRound;
    }
}

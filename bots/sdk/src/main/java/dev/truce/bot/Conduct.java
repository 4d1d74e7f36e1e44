package dev.truce.bot;

import java.util.List;

/**
 * How a bot behaved in a match.
 *
 * @param decisions rounds in which it was asked
 * @param faults what it got wrong, in order; at most one of a kind a round
 * @param refused all that was refused of it, in order, several in a round but no thing twice; at most {@value #MAX_REFUSED}
 */
public record Conduct(int decisions, List<BotFault> faults, List<BotFault> refused) {
    /** More than a bot that gets one item of every answer wrong has in the longest match. */
    public static final int MAX_REFUSED = 1_024;

    public Conduct {
        faults = List.copyOf(faults);
        refused = List.copyOf(refused);
    }

    /** A bot of which nothing was refused. */
    public Conduct(int decisions, List<BotFault> faults) {
        this(decisions, faults, List.of());
    }

    /** Returns the number of faults of a kind. */
    public int count(BotFault.Kind kind) {
        int count = 0;
        for (BotFault fault : faults) {
            if (fault.kind() == kind) {
                count++;
            }
        }
        return count;
    }

    /** Returns whether nothing went wrong. */
    public boolean isClean() {
        return faults.isEmpty();
    }
}

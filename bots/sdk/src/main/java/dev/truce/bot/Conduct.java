package dev.truce.bot;

import java.util.List;

/**
 * How a bot behaved in a match.
 *
 * @param decisions rounds in which it was asked
 * @param faults what it got wrong, in order; at most one of a kind a round
 */
public record Conduct(int decisions, List<BotFault> faults) {
    public Conduct {
        faults = List.copyOf(faults);
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

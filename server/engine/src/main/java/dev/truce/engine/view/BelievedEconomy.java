package dev.truce.engine.view;

import dev.truce.engine.board.Side;
import dev.truce.engine.economy.EconomyState;
import dev.truce.engine.round.Rules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The economy of a belief after its last round, and the numbers that follow from it. It is worked out when somebody first
 * asks, and with it that of the rounds before: most bots never look, and a quarter of the economy is the dearest part of a
 * round. Thread-safe.
 */
final class BelievedEconomy {
    private @Nullable BeliefFold pending;
    private @Nullable Quarter quarter;

    /**
     * What was worked out.
     *
     * @param state the economy
     * @param figures figures of the round, or null before round 1
     * @param scores score cards of the sides that the viewer sees
     * @param us points of the US
     * @param cn points of China
     */
    record Quarter(EconomyState state, @Nullable Figures figures, List<ScoreCard> scores, Tally us, Tally cn) {
        Quarter {
            scores = List.copyOf(scores);
        }

        Tally tally(Side side) {
            return side == Side.US ? us : cn;
        }
    }

    /** Points of a side, millionths: of all rounds so far, and of the last one. */
    record Tally(long totalMicro, long lastMicro) {
        static final Tally NONE = new Tally(0, 0);
    }

    private BelievedEconomy(@Nullable BeliefFold pending, @Nullable Quarter quarter) {
        this.pending = pending;
        this.quarter = quarter;
    }

    /** Returns the economy before round 1. */
    static BelievedEconomy start(Rules rules) {
        return new BelievedEconomy(null, new Quarter(rules.startEconomy(), null, List.of(), Tally.NONE, Tally.NONE));
    }

    /** Returns the economy after the round of a fold. */
    static BelievedEconomy after(BeliefFold fold) {
        return new BelievedEconomy(fold, null);
    }

    synchronized Quarter quarter() {
        Quarter known = quarter;
        BeliefFold fold = pending;
        if (known == null && fold != null) {
            known = fold.quarter();
            quarter = known;
            // Lets go of the beliefs before.
            pending = null;
        }
        if (known == null) {
            throw new IllegalStateException("neither a quarter nor what it follows from");
        }
        return known;
    }
}

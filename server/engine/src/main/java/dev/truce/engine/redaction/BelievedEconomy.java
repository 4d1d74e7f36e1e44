package dev.truce.engine.redaction;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.economy.EconomyState;
import dev.truce.engine.round.Rules;
import dev.truce.engine.view.Figures;
import dev.truce.engine.view.ScoreCard;
import dev.truce.engine.view.ViewFigures;
import java.util.List;
import java.util.Objects;
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
     * @param recollection what the signals so far tell
     */
    record Quarter(
            EconomyState state,
            @Nullable Figures figures,
            List<ScoreCard> scores,
            Tally us,
            Tally cn,
            Recollection recollection) {
        Quarter {
            scores = List.copyOf(scores);
        }

        Tally tally(Side side) {
            return BySide.pick(side, us, cn);
        }
    }

    /** Points of a side, millionths: of all rounds so far, and of the last one. */
    record Tally(long totalMicro, long lastMicro) {
        static final Tally NONE = new Tally(0, 0);
    }

    private BelievedEconomy(@Nullable Quarter quarter) {
        this.quarter = quarter;
    }

    /** Returns the economy before round 1. */
    static BelievedEconomy start(Rules rules) {
        return new BelievedEconomy(
                new Quarter(rules.startEconomy(), null, List.of(), Tally.NONE, Tally.NONE, Recollection.start(rules)));
    }

    /** Returns an economy of which it is not known yet what it follows from; {@link #follow} tells. */
    static BelievedEconomy open() {
        return new BelievedEconomy(null);
    }

    /** Makes this the economy after the round of a fold. */
    synchronized void follow(BeliefFold fold) {
        pending = fold;
    }

    /** Returns what a view shows of the round that was folded. */
    ViewFigures figures() {
        Quarter known = quarter();
        return new ViewFigures(Objects.requireNonNull(known.figures()), known.scores());
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

package dev.truce.engine.report;

import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import org.jspecify.annotations.Nullable;

/**
 * What happened to terms that were signed in a round.
 *
 * @param terms the terms, or null if nothing was signed
 * @param outcome whether they entered into force, and if not, why not
 * @param side whose deeds sank them, or null
 */
public record Ratification(
        @Nullable Terms terms, Outcome outcome, @Nullable Side side) {
    /** Nothing was signed. */
    public static final Ratification NOTHING = new Ratification(null, Outcome.NOTHING_SIGNED, null);

    /** Whether signed terms entered into force (agreements A5). */
    public enum Outcome {
        /** Nothing was signed. */
        NOTHING_SIGNED,
        /** They entered into force at the end of the round. */
        ENTERED,
        /** Public escalation of a side was too high in the round of signing. */
        LAPSED_BY_ESCALATION,
        /** A side broke the treaty materially. */
        LAPSED_BY_BREACH,
        /** A side gave notice. */
        LAPSED_BY_NOTICE,
        /** A side was caught. */
        LAPSED_BY_CATCH,
        /** The treaty ended as hollow. */
        LAPSED_AS_HOLLOW,
        /** An accuser suspended. */
        LAPSED_BY_SUSPENSION
    }
}

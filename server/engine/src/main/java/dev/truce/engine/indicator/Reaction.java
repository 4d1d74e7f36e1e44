package dev.truce.engine.indicator;

/** How markets take what happened to agreements in a round. */
public enum Reaction {
    /** Nothing to react to. */
    NONE,
    /** A new agreement that publishes what will be bought, in figures. */
    FIGURES_PUBLISHED,
    /** A new agreement that is deeper, or has such figures, but in private. */
    FIGURES_IN_PRIVATE,
    /** A new agreement without concrete details: markets had hoped for more. */
    NO_DETAILS,
    /** An agreement ended or expired. */
    ENDED
}

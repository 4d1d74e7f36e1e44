package dev.truce.engine.payoff;

/** How a match compares with both sides holding the truce; a gap of less than half a point counts as no difference. */
public enum Outcome {
    /** Both sides gained. */
    MUTUAL_GAIN,
    /** One gained, one lost. */
    ONE_SIDED,
    /** Both lost. */
    MUTUAL_LOSS,
    /** Neither side differs from the truce. */
    AS_THE_TRUCE
}

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
    AS_THE_TRUCE;

    private static final double NO_DIFFERENCE = 0.5;

    /** Returns the outcome for two differences to the truce path, in score points. */
    public static Outcome of(double us, double cn) {
        boolean usMoved = us >= NO_DIFFERENCE || us <= -NO_DIFFERENCE;
        boolean cnMoved = cn >= NO_DIFFERENCE || cn <= -NO_DIFFERENCE;
        if (!usMoved && !cnMoved) {
            return AS_THE_TRUCE;
        }
        if (us <= -NO_DIFFERENCE && cn <= -NO_DIFFERENCE) {
            return MUTUAL_LOSS;
        }
        return us >= NO_DIFFERENCE && cn >= NO_DIFFERENCE ? MUTUAL_GAIN : ONE_SIDED;
    }
}

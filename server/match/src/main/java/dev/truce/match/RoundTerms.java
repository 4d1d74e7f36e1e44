package dev.truce.match;

/**
 * How the rounds of a match are held, beside their length.
 *
 * @param graceMillis how long a round waits for who is not ready when its time is up; 0 closes it at once. Checked where a match is made
 * @param pace who lets one round follow on another
 * @param absences what is done for seats whose persons are away
 */
public record RoundTerms(long graceMillis, RoundPace pace, Absences absences) {
    /** Longest grace: what is longer is a window. */
    public static final long MAX_GRACE_MILLIS = 120_000;

    /** Rounds in which seats whose persons are away hold. */
    public RoundTerms(long graceMillis, RoundPace pace) {
        this(graceMillis, pace, Absences.HOLD);
    }

    /** No grace, one round follows on another at once, and who is away holds. */
    public static final RoundTerms USUAL = new RoundTerms(0, RoundPace.FREE);

    /** Returns the same with something else that is done for those who are away. */
    public RoundTerms with(Absences other) {
        return new RoundTerms(graceMillis, pace, other);
    }

    /** Who lets one round follow on another. */
    public enum RoundPace {
        /** A round is resolved as soon as it is closed, and the next opens at once. */
        FREE,
        /** A round opens when the host opens it. When it is closed it is shut, and the host resolves it; so many matches go on together. */
        GATED
    }
}

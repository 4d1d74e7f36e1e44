package dev.truce.match;

/**
 * How the rounds of a match are held, beside their length.
 *
 * @param graceMillis how long a round waits for who is not ready when its time is up; 0 closes it at once. Checked where a match is made
 * @param pace who lets one round follow on another
 */
public record RoundTerms(long graceMillis, RoundPace pace) {
    /** Longest grace: what is longer is a window. */
    public static final long MAX_GRACE_MILLIS = 120_000;

    /** No grace, and one round follows on another at once. */
    public static final RoundTerms USUAL = new RoundTerms(0, RoundPace.FREE);
}

package dev.truce.tournament;

/**
 * What an experiment changes about a duel.
 *
 * @param firstSigning first round in which anything can be signed, from 1; offers are made and heard before it too
 * @param changesOnly whether orders for the present level are dropped, so that instruments fall back when a treaty ends
 */
public record HouseRules(int firstSigning, boolean changesOnly) {
    /** The rules of the game. */
    public static final HouseRules NONE = new HouseRules(1, false);

    /**
     * Checks the round.
     *
     * @throws IllegalArgumentException unless firstSigning is at least 1
     */
    public HouseRules {
        if (firstSigning < 1) {
            throw new IllegalArgumentException("first signing in round " + firstSigning + ", expected at least 1");
        }
    }
}

package dev.truce.bots.policy;

import dev.truce.bots.posture.Posture;

/**
 * What a policy does in a round.
 *
 * @param posture sets all instruments
 * @param extra is added to it
 * @param offer 0 nothing, 1 the truce, 2 the deep set
 * @param accept what it accepts, by the same numbers
 */
record Move(Posture posture, Extra extra, int offer, int accept) {
    /** Number of offers. */
    static final int OFFERS = 3;

    Move {
        requireBelow("offer", offer);
        requireBelow("accept", accept);
    }

    private static void requireBelow(String what, int value) {
        if (value < 0 || value >= OFFERS) {
            throw new IllegalArgumentException(what + " " + value + ", expected 0.." + (OFFERS - 1));
        }
    }
}

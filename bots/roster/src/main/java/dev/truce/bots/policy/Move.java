package dev.truce.bots.policy;

import dev.truce.bots.posture.Posture;
import dev.truce.bots.reference.Judgement;

/**
 * What a policy does in a round.
 *
 * @param posture sets all instruments
 * @param extra is added to it
 * @param offer 0 nothing, 1 the truce, 2 the deep set
 * @param accept what it accepts, by the same numbers
 * @param judgement how it decides on an accusation of the other side
 */
record Move(Posture posture, Extra extra, int offer, int accept, Judgement judgement) {
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

package dev.truce.match.referee;

import dev.truce.engine.state.MatchSetup;

/**
 * Where a match takes another future: from a round on, chance is that of another seed, as if the dice had fallen otherwise from there
 * on. What chance has done before stays, private types included, since it is part of the state.
 *
 * @param round first round with the other chance, from 1
 * @param seed seed of that chance; as secret as the match's own
 */
public record Fork(int round, long seed) {
    /**
     * Insists on a round that there can be.
     *
     * @throws IllegalArgumentException if the round is below 1
     */
    public Fork {
        if (round < 1) {
            throw new IllegalArgumentException("round " + round + ", expected at least 1");
        }
    }

    /** Returns the setup that gives a round its chance; it differs from the match's in nothing but the seed. */
    MatchSetup chance(MatchSetup setup, int ofRound) {
        return ofRound < round ? setup : new MatchSetup(seed, setup.horizon(), setup.calendar(), setup.conditions());
    }
}

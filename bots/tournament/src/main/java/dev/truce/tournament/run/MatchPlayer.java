package dev.truce.tournament.run;

import dev.truce.tournament.plan.PairSpec;

/** Plays single matches, in whatever way: the record must depend on the bots and the meeting's seed alone. One for each thread. */
public interface MatchPlayer {
    /**
     * Plays a match.
     *
     * @param pairSpec the pair that it belongs to
     * @param number 1 or 2, its place in the pair
     * @throws RuntimeException if the program fails; what a bot does never comes out
     */
    PlayedMatch play(PairSpec pairSpec, int number, Contestant us, Contestant cn);
}

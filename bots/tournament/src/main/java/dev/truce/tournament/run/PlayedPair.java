package dev.truce.tournament.run;

import dev.truce.tournament.plan.PairSpec;
import java.util.List;

/**
 * A pair that was played.
 *
 * @param meeting which one
 * @param matches match 1 and match 2, or none if the program failed and the pair is void
 * @param fault what failed if the pair is void, else empty
 */
public record PlayedPair(PairSpec pairSpec, List<PlayedMatch> matches, String fault) {
    public PlayedPair {
        matches = List.copyOf(matches);
    }

    /** Returns whether the program failed, so that the pair counts for nobody. */
    public boolean isVoid() {
        return matches.isEmpty();
    }
}

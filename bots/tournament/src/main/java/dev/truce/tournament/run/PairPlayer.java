package dev.truce.tournament.run;

import dev.truce.engine.round.Rules;
import dev.truce.tournament.plan.PairSpec;
import java.util.List;
import java.util.function.Supplier;

/**
 * Plays pairs: the same seed twice, the second time with sides swapped. A failure of the program, not of a bot, voids the pair,
 * which is played again; when it fails for the third time it stays void and counts for nobody. One for each thread.
 */
public final class PairPlayer {
    private static final int TRIES = 3;

    private final List<Contestant> contestants;
    private final Supplier<? extends MatchPlayer> players;
    private MatchPlayer player;

    /**
     * Prepares one that plays in this process.
     *
     * @param contestants by the indices of the plan
     * @param steps what a bot may think in each round
     */
    public PairPlayer(Rules rules, List<Contestant> contestants, long steps) {
        this(contestants, () -> new LocalMatchPlayer(rules, steps));
    }

    /**
     * Prepares one.
     *
     * @param contestants by the indices of the plan
     * @param players makes what plays matches, afresh when it has failed
     */
    public PairPlayer(List<Contestant> contestants, Supplier<? extends MatchPlayer> players) {
        this.contestants = List.copyOf(contestants);
        this.players = players;
        this.player = players.get();
    }

    public PlayedPair play(PairSpec pairSpec) {
        Contestant first = contestants.get(pairSpec.first());
        Contestant second = contestants.get(pairSpec.second());
        String fault = "";
        for (int attempt = 0; attempt < TRIES; attempt++) {
            try {
                return new PlayedPair(
                        pairSpec,
                        List.of(player.play(pairSpec, 1, first, second), player.play(pairSpec, 2, second, first)),
                        "");
            } catch (RuntimeException | Error failed) {
                // What a bot throws never comes here: this is our own fault or the machine's, and no bot may lose by
                // it.
                fault = String.valueOf(failed);
                player = players.get();
            }
        }
        return new PlayedPair(pairSpec, List.of(), fault);
    }

    /**
     * A pair that was played.
     *
     * @param pairSpec which one
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
}

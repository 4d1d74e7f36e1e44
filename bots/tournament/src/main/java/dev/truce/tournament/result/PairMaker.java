package dev.truce.tournament.result;

import dev.truce.bot.line.model.PairAsked;
import dev.truce.engine.round.Rules;
import dev.truce.tournament.plan.PairSpec;
import dev.truce.tournament.run.Contestant;
import dev.truce.tournament.run.PairPlayer;
import dev.truce.tournament.run.PairPlayer.PlayedPair;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Plays pairs and writes them out. One for each thread. */
public final class PairMaker {
    private final Function<PairSpec, PlayedPair> player;
    private final IntFunction<PairAsked> asked;
    private final PairText text;

    /**
     * Prepares one that plays in this process.
     *
     * @param rules the rules of the settings' scenario
     * @param settings of the tournament
     * @param contestants the bots, in the order of the settings
     */
    public PairMaker(Rules rules, TournamentSettings settings, List<Contestant> contestants) {
        this(
                rules,
                settings,
                contestants,
                new PairPlayer(rules, contestants, settings.steps())::play,
                pair -> PairAsked.NOTHING);
    }

    /**
     * Prepares one.
     *
     * @param rules the rules of the settings' scenario
     * @param settings of the tournament
     * @param contestants the bots, in the order of the settings
     * @param player plays pairs of them
     * @param asked what models were asked in a pair that was played; handed over once
     */
    public PairMaker(
            Rules rules,
            TournamentSettings settings,
            List<Contestant> contestants,
            Function<PairSpec, PlayedPair> player,
            IntFunction<PairAsked> asked) {
        this.player = player;
        this.asked = asked;
        this.text =
                new PairText(rules, contestants.stream().map(Contestant::name).toList(), settings);
    }

    /** Returns what goes to disk of a pair. */
    public PairFiles make(PairSpec pairSpec) {
        PlayedPair played = player.apply(pairSpec);
        return text.write(played, asked.apply(pairSpec.index()));
    }
}

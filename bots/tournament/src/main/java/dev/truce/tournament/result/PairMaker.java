package dev.truce.tournament.result;

import dev.truce.engine.round.Rules;
import dev.truce.tournament.plan.PairSpec;
import dev.truce.tournament.run.ContainedPlayer;
import dev.truce.tournament.run.Containment;
import dev.truce.tournament.run.Contestant;
import dev.truce.tournament.run.PairPlayer;
import java.util.List;

/** Plays pairs and writes them out. One for each thread. */
public final class PairMaker {
    private final ContainedPlayer player;
    private final PairText text;

    /**
     * Prepares one that contains bots as usual.
     *
     * @param rules the rules of the settings' scenario
     * @param settings of the tournament
     * @param contestants the bots, in the order of the settings
     */
    public PairMaker(Rules rules, TournamentSettings settings, List<Contestant> contestants) {
        this(rules, settings, contestants, Containment.of(settings.movetimeMillis(), (bot, pair, round) -> {}));
    }

    /**
     * Prepares one that plays in this process.
     *
     * @param rules the rules of the settings' scenario
     * @param settings of the tournament
     * @param contestants the bots, in the order of the settings
     * @param containment what is done about bots that do not return; one for all threads
     */
    public PairMaker(Rules rules, TournamentSettings settings, List<Contestant> contestants, Containment containment) {
        this(
                rules,
                settings,
                new ContainedPlayer(
                        containment, contestants, watched -> new PairPlayer(rules, watched, settings.steps())::play));
    }

    /**
     * Prepares one.
     *
     * @param rules the rules of the settings' scenario
     * @param settings of the tournament
     * @param player plays pairs of the bots, in the order of the settings
     */
    public PairMaker(Rules rules, TournamentSettings settings, ContainedPlayer player) {
        this.player = player;
        this.text = new PairText(rules, player.names(), settings.records());
    }

    /** Returns what goes to disk of a pair. */
    public PairFiles make(PairSpec pairSpec) {
        return text.write(player.play(pairSpec));
    }
}

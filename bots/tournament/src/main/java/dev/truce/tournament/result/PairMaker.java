package dev.truce.tournament.result;

import dev.truce.engine.round.Rules;
import dev.truce.tournament.plan.Meeting;
import dev.truce.tournament.run.ContainedPlayer;
import dev.truce.tournament.run.Containment;
import dev.truce.tournament.run.Contestant;
import dev.truce.tournament.run.PairPlayer;
import java.util.List;

/** Plays pairs and writes them out. One for each thread. */
public final class PairMaker {
    private final Rules rules;
    private final List<String> names;
    private final boolean keepsRecords;
    private final ContainedPlayer player;

    /**
     * Prepares one that contains bots as usual.
     *
     * @param rules the rules of the settings' scenario
     * @param settings of the tournament
     * @param contestants the bots, in the order of the settings
     */
    public PairMaker(Rules rules, TournamentSettings settings, List<Contestant> contestants) {
        this(
                rules,
                settings,
                new ContainedPlayer(
                        new Containment(Containment.USUAL_PATIENCE, (bot, pair, round) -> {}),
                        contestants,
                        watched -> new PairPlayer(rules, watched, settings.steps())::play));
    }

    /**
     * Prepares one.
     *
     * @param rules the rules of the settings' scenario
     * @param settings of the tournament
     * @param player plays pairs of the bots, in the order of the settings
     */
    public PairMaker(Rules rules, TournamentSettings settings, ContainedPlayer player) {
        this.rules = rules;
        this.names = player.names();
        this.keepsRecords = settings.records();
        this.player = player;
    }

    /** Returns what goes to disk of a pair. */
    public PairFiles make(Meeting meeting) {
        return PairFiles.of(PairText.of(rules, names, player.play(meeting), keepsRecords), names);
    }
}

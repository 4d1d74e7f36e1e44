package dev.truce.tournament.result;

import dev.truce.engine.round.Rules;
import dev.truce.tournament.plan.Meeting;
import dev.truce.tournament.run.Contestant;
import dev.truce.tournament.run.PairPlayer;
import java.util.List;

/** Plays pairs and writes them out. One for each thread. */
public final class PairMaker {
    private final Rules rules;
    private final List<String> names;
    private final boolean keepsRecords;
    private final PairPlayer player;

    /**
     * Prepares one.
     *
     * @param rules the rules of the settings' scenario
     * @param settings of the tournament
     * @param contestants the bots, in the order of the settings
     */
    public PairMaker(Rules rules, TournamentSettings settings, List<Contestant> contestants) {
        this.rules = rules;
        this.names = contestants.stream().map(Contestant::name).toList();
        this.keepsRecords = settings.records();
        this.player = new PairPlayer(rules, contestants, settings.steps());
    }

    /** Returns what goes to disk of a pair. */
    public PairFiles make(Meeting meeting) {
        return PairFiles.of(PairText.of(rules, names, player.play(meeting), keepsRecords), names);
    }
}

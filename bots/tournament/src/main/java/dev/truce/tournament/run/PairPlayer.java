package dev.truce.tournament.run;

import dev.truce.bot.InProcessMatch;
import dev.truce.bot.Pairing;
import dev.truce.bot.Played;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import dev.truce.match.Recording;
import dev.truce.match.record.MatchRecord;
import dev.truce.tournament.plan.Meeting;
import dev.truce.tournament.plan.Seeds;
import java.util.List;
import java.util.Objects;

/**
 * Plays pairs: the same seed twice, the second time with sides swapped. A failure of the program, not of a bot, voids the pair,
 * which is played again; when it fails for the third time it stays void and counts for nobody. One for each thread.
 */
public final class PairPlayer {
    private static final int TRIES = 3;

    private final Rules rules;
    private final List<Contestant> contestants;
    private final long steps;
    private InProcessMatch runner;

    /**
     * Prepares one.
     *
     * @param contestants by the indices of the plan
     * @param steps what a bot may think in each round
     */
    public PairPlayer(Rules rules, List<Contestant> contestants, long steps) {
        this.rules = rules;
        this.contestants = List.copyOf(contestants);
        this.steps = steps;
        this.runner = new InProcessMatch(rules);
    }

    /** Plays a pair. */
    public PlayedPair play(Meeting meeting) {
        String fault = "";
        for (int attempt = 0; attempt < TRIES; attempt++) {
            try {
                return new PlayedPair(
                        meeting,
                        List.of(
                                match(meeting, 1, meeting.first(), meeting.second()),
                                match(meeting, 2, meeting.second(), meeting.first())),
                        "");
            } catch (RuntimeException | AssertionError failed) {
                // What a bot throws never comes here: this is our own fault, and no bot may lose by it.
                fault = String.valueOf(failed);
                runner = new InProcessMatch(rules);
            }
        }
        return new PlayedPair(meeting, List.of(), fault);
    }

    private PlayedMatch match(Meeting meeting, int number, int us, int cn) {
        MatchSetup setup = rules.setup(meeting.seed());
        Pairing pairing = new Pairing(
                contestants.get(us).seated(), contestants.get(cn).seated(), Seeds.ofBots(meeting.seed()), steps);
        Played played = runner.play(setup, pairing, Recording.CHAIN);
        MatchRecord record = Objects.requireNonNull(played.record(), "a record");
        return new PlayedMatch(
                meeting,
                number,
                record,
                played.end(),
                played.reports(),
                played.result().us(),
                played.result().cn(),
                SeatConduct.of(played.us()),
                SeatConduct.of(played.cn()));
    }
}

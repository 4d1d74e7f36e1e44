package dev.truce.tournament.run;

import dev.truce.bot.BotSeat;
import dev.truce.bot.local.InProcessMatch;
import dev.truce.bot.local.Pairing;
import dev.truce.bot.local.Played;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import dev.truce.match.Recording;
import dev.truce.match.record.MatchRecord;
import dev.truce.tournament.plan.PairSpec;
import java.util.Objects;

/** Plays matches in this process, without a server. */
final class LocalMatchPlayer implements MatchPlayer {
    private final Rules rules;
    private final long steps;
    private final InProcessMatch runner;

    /**
     * Prepares one.
     *
     * @param steps what a bot may think in each round
     */
    LocalMatchPlayer(Rules rules, long steps) {
        this.rules = rules;
        this.steps = steps;
        this.runner = new InProcessMatch(rules);
    }

    @Override
    public PlayedMatch play(PairSpec pairSpec, int number, Contestant us, Contestant cn) {
        MatchSetup setup = rules.setup(pairSpec.seed());
        int pair = pairSpec.index();
        Pairing pairing = new Pairing(
                us.seated(pair, number), cn.seated(pair, number), BotSeat.seedOf(pairSpec.seed(), BotSeat.HEAD), steps);
        Played played = runner.play(setup, pairing, Recording.CHAIN);
        MatchRecord record = Objects.requireNonNull(played.record(), "a record");
        return new PlayedMatch(
                pairSpec,
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

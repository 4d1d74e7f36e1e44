package dev.truce.bot.line.exam;

import dev.truce.bot.BotFactory;
import dev.truce.bot.Decision;
import dev.truce.bot.Negotiator;
import dev.truce.bot.Talks;
import dev.truce.bot.line.json.ObservationReader.SeenAndHeard;
import dev.truce.bot.local.InProcessMatch;
import dev.truce.bot.local.Pairing;
import dev.truce.bots.Roster;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Observation;
import dev.truce.match.Recording;
import java.util.ArrayList;
import java.util.List;

/** Positions of a real match in which nobody makes an offer, so that what a bot does about offers is examined apart. */
final class Positions {
    private static final long MATCH_SEED = 6;
    private static final BotFactory PLAYERS = Roster.find("truce").orElseThrow();

    private Positions() {}

    /** Returns what a side sees in each round. */
    static List<SeenAndHeard> of(Scenario scenario, Side side) {
        List<SeenAndHeard> seen = new ArrayList<>();
        BotFactory quiet = BotFactory.of("quiet", seat -> {
            var bot = PLAYERS.create(seat);
            return new Negotiator() {
                @Override
                public Decision decide(Observation observation, Talks talks) {
                    if (seat.side() == side) {
                        seen.add(new SeenAndHeard(observation, talks));
                    }
                    return new Decision(bot.decide(observation, talks).orders());
                }
            };
        });
        Rules rules = Rules.of(scenario);
        new InProcessMatch(rules).play(rules.setup(MATCH_SEED), new Pairing(quiet, quiet, 1, 1), Recording.NONE);
        return seen;
    }
}

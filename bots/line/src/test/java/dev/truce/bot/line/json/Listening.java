package dev.truce.bot.line.json;

import dev.truce.bot.Bot;
import dev.truce.bot.BotFactory;
import dev.truce.bot.Decision;
import dev.truce.bot.Negotiator;
import dev.truce.bot.Talks;
import dev.truce.bot.line.json.ObservationReader.SeenAndHeard;
import dev.truce.bot.local.InProcessMatch;
import dev.truce.bot.local.Pairing;
import dev.truce.bots.Roster;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.engine.view.Observation;
import dev.truce.match.Recording;
import dev.truce.match.deed.Deed;
import dev.truce.scenario.Scenarios;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Real matches, and all that the bots in them were shown. */
final class Listening {
    static final Scenario BUSAN = Scenarios.busan2025();

    private Listening() {}

    /** Returns what both bots of one match of each pairing were shown. */
    static List<SeenAndHeard> matches() {
        return matches(BUSAN);
    }

    static List<SeenAndHeard> matches(Scenario scenario) {
        List<SeenAndHeard> heard = new ArrayList<>();
        String[][] pairings = {
            {"negotiator", "negotiator"},
            {"random", "brink"},
            {"opport", "dealer"},
            {"stepper", "negotiator"},
            {"hawk", "choker"}
        };
        Rules rules = Rules.of(scenario);
        InProcessMatch worker = new InProcessMatch(rules);
        for (int i = 0; i < pairings.length; i++) {
            Pairing pairing =
                    new Pairing(listening(pairings[i][0], heard), listening(pairings[i][1], heard), 7 + i, 1_000);
            worker.play(rules.setup(30 + i), pairing, Recording.NONE);
        }
        return heard;
    }

    /** A bot of the roster that also talks, and keeps what it is shown. */
    private static BotFactory listening(String name, List<SeenAndHeard> heard) {
        BotFactory base = Roster.find(name).orElseThrow();
        return BotFactory.of(name, seat -> {
            Bot bot = base.create(seat);
            return new Negotiator() {
                @Override
                public Decision decide(Observation seen, Talks talks) {
                    heard.add(new SeenAndHeard(seen, talks));
                    Decision decided = bot.decide(seen, talks);
                    return new Decision(
                            decided.orders(), decided.offer(), null, decided.acceptance(), words(seen.openRound()));
                }
            };
        });
    }

    private static List<Deed> words(int round) {
        List<Deed> words = new ArrayList<>();
        words.add(new Deed.Say(Channel.OTHER_SIDE, "We say \"" + round + "\"; \u6211\u4eec \\ {yes}", null));
        words.add(new Deed.Say(Channel.PUBLIC, "", statement(round)));
        return words;
    }

    private static @Nullable Statement statement(int round) {
        return round % 2 == 0 ? new Statement.Warn() : new Statement.Reassure();
    }
}

package dev.truce.web.lab;

import dev.truce.bot.BotFactory;
import dev.truce.bot.local.InProcessMatch;
import dev.truce.bot.local.Pairing;
import dev.truce.bot.local.Played;
import dev.truce.bots.Roster;
import dev.truce.engine.Limits;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.StateHash;
import dev.truce.match.Recording;
import java.util.List;

/** Plays matches between bots, one after another, and says of each how it ended, to the bit. */
public final class Bouts {
    /** The bot that thinks ahead takes a second for a match, the others milliseconds, so it plays one match of this many. */
    private static final int SEARCHED = 100;

    private static final String SEARCH = "search";

    private final List<BotFactory> bots =
            Roster.all().stream().filter(bot -> !bot.name().equals(SEARCH)).toList();
    private final BotFactory search = Roster.find(SEARCH).orElseThrow();
    private final Rules rules;
    private final InProcessMatch table;

    /** Makes ready for matches of a scenario. */
    public Bouts(Scenario scenario) {
        rules = Rules.of(scenario);
        table = new InProcessMatch(rules);
    }

    /**
     * Plays the match of a number. Numbers go through all pairs of quick bots, each on both sides, with a slow one now and then; the
     * number is the seed, too.
     *
     * @return the bots, the hash of the state at the end, both scores as bits, and the hash chain
     */
    public String play(int number) {
        BotFactory us = number % SEARCHED == 0 ? search : bots.get(number % bots.size());
        BotFactory cn = bots.get((number / bots.size() + number) % bots.size());
        Played played =
                table.play(rules.setup(number), new Pairing(us, cn, number, Limits.STEPS_A_ROUND), Recording.CHAIN);
        int draws = played.reports().get(played.reports().size() - 1).draws();
        return us.name() + " " + cn.name() + " "
                + StateHash.hex(
                        StateHash.of(played.end(), draws, rules.scenario().instruments())) + " "
                + bits(played.result().us().score()) + " "
                + bits(played.result().cn().score()) + " "
                + (played.record() == null ? "" : played.record().hash());
    }

    private static String bits(double score) {
        return Long.toHexString(Double.doubleToRawLongBits(score));
    }
}

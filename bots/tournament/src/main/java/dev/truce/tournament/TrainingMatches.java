package dev.truce.tournament;

import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.local.InProcessMatch;
import dev.truce.bot.local.Pairing;
import dev.truce.bot.local.Played;
import dev.truce.engine.Limits;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.MatchSetup;
import dev.truce.match.Recording;
import org.jspecify.annotations.Nullable;

/** Plays ordinary matches by their seeds and keeps no record. One for each thread, as each owns an economy kernel. */
public final class TrainingMatches {

    private final Rules rules;
    private final InProcessMatch match;
    /** When matches end, or null for what the scenario says. */
    private final @Nullable Horizon horizon;

    /** Prepares matches of one compiled scenario. */
    public TrainingMatches(Rules rules) {
        this(rules, null);
    }

    /** Prepares matches of one compiled scenario that end otherwise than it says. */
    public TrainingMatches(Rules rules, @Nullable Horizon horizon) {
        this.rules = rules;
        this.match = new InProcessMatch(rules);
        this.horizon = horizon;
    }

    /** Returns what is played. */
    Scenario scenario() {
        return rules.scenario();
    }

    /** Plays a match to its end. */
    public Played play(long seed, BotFactory us, BotFactory cn) {
        Pairing pairing = new Pairing(us, cn, BotSeat.seedOf(seed, BotSeat.HEAD), Limits.STEPS_A_ROUND);
        return match.play(setup(seed), pairing, Recording.NONE);
    }

    private MatchSetup setup(long seed) {
        MatchSetup usual = rules.setup(seed);
        return horizon == null ? usual : new MatchSetup(seed, horizon, usual.calendar(), usual.conditions());
    }

    /** Returns what a bot scores in a seat against another on a seed. */
    public double score(Side seat, BotFactory bot, BotFactory opponent, long seed) {
        Played played = play(seed, BySide.pick(seat, bot, opponent), BySide.pick(seat, opponent, bot));
        return BySide.pick(seat, played.result().us(), played.result().cn()).score();
    }
}

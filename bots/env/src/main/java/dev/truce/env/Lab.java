package dev.truce.env;

import dev.truce.bot.BotFactory;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Resolver;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import org.jspecify.annotations.Nullable;

/** What all matches of learners have in common. Immutable; threads may share it. */
public final class Lab {
    private final Rules rules;
    private final int rounds;
    private final BySide<@Nullable BotFactory> bots;
    private final BySide<ActSpace> spaces;
    private final SightColumns columns;

    /**
     * Sets it up.
     *
     * @param rules the compiled scenario
     * @param rounds rounds of each match, 1 to 64; 0 for what the scenario says
     * @param bots the bot that plays a side, or null for a side that is decided for from outside
     */
    public Lab(Rules rules, int rounds, BySide<@Nullable BotFactory> bots) {
        this.rules = rules;
        this.rounds = rounds;
        this.bots = bots;
        this.spaces = BySide.each(side -> new ActSpace(rules, side));
        this.columns = new SightColumns(rules);
    }

    /** The compiled scenario. */
    public Rules rules() {
        return rules;
    }

    /** Returns the actions of a side. */
    public ActSpace space(Side side) {
        return spaces.of(side);
    }

    /** The columns of an observation. */
    public SightColumns columns() {
        return columns;
    }

    /** Returns how many numbers an action has, those of the side that has more of them. */
    public int actSize() {
        return Math.max(spaces.us().parts().size(), spaces.cn().parts().size());
    }

    /** Returns how many choices a mask has, those of the side that has more of them. */
    public int maskSize() {
        return Math.max(spaces.us().maskSize(), spaces.cn().maskSize());
    }

    /** Returns the bot that plays a side, or null. */
    @Nullable
    BotFactory bot(Side side) {
        return bots.of(side);
    }

    /** Returns the setup of a match. */
    MatchSetup setup(long seed) {
        return rules.setup(seed, rounds);
    }

    /** Returns a place in which matches are played one after the other; those of one thread may share a resolver. */
    public Episode episode(Resolver resolver) {
        return new Episode(this, resolver, false);
    }
}

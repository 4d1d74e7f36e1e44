package dev.truce.bots.strategy;

import dev.truce.bot.BotFactory;
import dev.truce.engine.board.Instrument;
import java.util.List;

/** What this package offers to the roster. */
public final class Strategies {
    /** The sixteen simple strategies of the reference pool, in the order in which lists show them. */
    public static final List<BotFactory> SIMPLE = List.of(
            Dove.FACTORY,
            TruceKeeper.FACTORY,
            Hawk.FACTORY,
            TitForTat.FACTORY,
            GenerousTitForTat.FACTORY,
            Grim.FACTORY,
            Pavlov.FACTORY,
            Opportunist.FACTORY,
            Dealer.FACTORY,
            RandomPosture.FACTORY,
            Brinkman.FACTORY,
            Choker.FACTORY,
            Auditor.FACTORY,
            Bully.FACTORY,
            Salami.FACTORY,
            Matcher.FACTORY);

    /** The strategy that deepens the treaty in steps; it is not of the pool. */
    public static final BotFactory STEPPER = Stepper.FACTORY;

    private Strategies() {}

    /**
     * Returns generous tit for tat with one instrument forced to a level in hostile postures.
     *
     * @param instrument which one; it matters in its holder's seat only
     * @param level ladder index; one that is not legal when it is ordered becomes the mildest legal one
     */
    public static BotFactory retaliatingWith(Instrument instrument, int level) {
        return GenerousTitForTat.forcing(instrument, level);
    }
}

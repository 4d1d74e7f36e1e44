package dev.truce.bots.strategy;

import dev.truce.bot.BotFactory;
import dev.truce.bots.reference.Reading;
import dev.truce.bots.reference.ReferenceBot;
import dev.truce.bots.reference.Stance;
import dev.truce.bots.reference.Strategy;

/** Always deep, whatever the other side does (economy 10). */
final class Dove implements Strategy {
    static final BotFactory FACTORY = ReferenceBot.factory(
            "dove",
            "Always makes the concessions of a deep agreement, whatever the other side does.",
            seat -> new Dove(seat.scenario().redLines().perSide() > 0));

    private final boolean acceptsAll;

    Dove(boolean acceptsAll) {
        this.acceptsAll = acceptsAll;
    }

    @Override
    public boolean acceptsAll() {
        return acceptsAll;
    }

    @Override
    public Stance choose(Reading seen) {
        return Stance.DEEP;
    }
}

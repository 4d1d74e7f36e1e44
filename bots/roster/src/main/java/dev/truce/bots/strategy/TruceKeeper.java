package dev.truce.bots.strategy;

import dev.truce.bot.BotFactory;
import dev.truce.bots.reference.Judgement;
import dev.truce.bots.reference.Reading;
import dev.truce.bots.reference.ReferenceBot;
import dev.truce.bots.reference.Stance;
import dev.truce.bots.reference.Strategy;

/** Always holds the truce and renews it (economy 10; TRUCE of rules 13). */
final class TruceKeeper implements Strategy {
    static final BotFactory FACTORY = ReferenceBot.factory("truce", seat -> new TruceKeeper());

    @Override
    public Stance choose(Reading seen) {
        return Stance.TRUCE;
    }

    @Override
    public Judgement judgement() {
        return Judgement.REST;
    }
}

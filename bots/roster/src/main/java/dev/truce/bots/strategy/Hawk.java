package dev.truce.bots.strategy;

import dev.truce.bot.BotFactory;
import dev.truce.bots.reference.Judgement;
import dev.truce.bots.reference.Reading;
import dev.truce.bots.reference.ReferenceBot;
import dev.truce.bots.reference.Stance;
import dev.truce.bots.reference.Strategy;

/** Always war, whatever the other side does (economy 10). */
final class Hawk implements Strategy {
    static final BotFactory FACTORY = ReferenceBot.factory("hawk", seat -> new Hawk());

    @Override
    public Stance choose(Reading seen) {
        return Stance.WAR;
    }

    @Override
    public Judgement judgement() {
        return Judgement.SUSPEND;
    }
}

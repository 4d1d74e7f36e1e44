package dev.truce.bots;

import dev.truce.bot.BotFactory;

/** Always war, whatever the other side does (economy 10). */
final class Hawk implements Strategy {
    static final BotFactory FACTORY = ReferenceBot.factory(
            "hawk", "Always wages the full trade war, whatever the other side does.", seat -> new Hawk());

    @Override
    public Stance choose(Reading seen) {
        return Stance.WAR;
    }
}

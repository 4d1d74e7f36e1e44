package dev.truce.bots;

import dev.truce.bot.Bot;
import dev.truce.bot.BotFactory;
import dev.truce.bot.Decision;
import dev.truce.engine.view.Observation;

/** Orders nothing, so that instruments fall back when their clauses end (rules 13). */
final class Hold implements Bot {
    static final BotFactory FACTORY = BotFactory.of("hold", seat -> new Hold());

    @Override
    public Decision decide(Observation observation) {
        return Decision.HOLD;
    }
}

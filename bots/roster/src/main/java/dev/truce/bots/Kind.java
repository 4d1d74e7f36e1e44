package dev.truce.bots;

import dev.truce.bot.Bot;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import java.util.function.Function;

/** A strategy of the roster as a factory. */
record Kind(String name, String summary, Function<BotSeat, Bot> maker) implements BotFactory {
    @Override
    public Bot create(BotSeat seat) {
        return maker.apply(seat);
    }
}

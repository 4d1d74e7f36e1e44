package dev.truce.bot;

import java.util.function.Function;

/** The factory that {@link BotFactory#of} makes. */
record NamedFactory(String name, Function<BotSeat, Bot> maker) implements BotFactory {
    NamedFactory {
        if (!name.matches("[a-z][a-z0-9-]{0,31}")) {
            throw new IllegalArgumentException(
                    "bot name '" + name + "', expected 1..32 lower-case letters, digits and hyphens, a letter first");
        }
    }

    @Override
    public Bot create(BotSeat seat) {
        return maker.apply(seat);
    }
}

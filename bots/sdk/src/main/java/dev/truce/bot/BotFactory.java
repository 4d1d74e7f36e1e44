package dev.truce.bot;

import java.util.function.Function;

/** Makes bots of one kind. */
public interface BotFactory {
    /** Returns the name by which commands choose it, lower case ASCII. */
    String name();

    /** Returns a fresh bot for one seat of one match. */
    Bot create(BotSeat seat);

    /**
     * Returns a factory.
     *
     * @param name 1 to 32 lower-case letters, digits and hyphens, a letter first
     * @param maker makes a fresh bot
     * @throws IllegalArgumentException if the name is not of that form
     */
    static BotFactory of(String name, Function<BotSeat, Bot> maker) {
        return new NamedFactory(name, maker);
    }
}

package dev.truce.bot;

import java.util.function.Function;

/** Makes bots of one kind. */
public interface BotFactory {
    /** Returns the name by which commands choose it, lower case ASCII. */
    String name();

    /** Returns a fresh bot for one seat of one match. */
    Bot create(BotSeat seat);

    /**
     * Returns who plays one match of a tournament; most bots need not know which one it is.
     *
     * @param pair number of the pair, from 0
     * @param match 1 or 2
     */
    default BotFactory at(int pair, int match) {
        return this;
    }

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

package dev.truce.bot;

/** Makes bots of one kind. */
public interface BotFactory {
    /** Returns the name by which commands choose it, lower case ASCII. */
    String name();

    /** Returns one sentence on how it plays. */
    String summary();

    /** Returns a fresh bot for one seat of one match. */
    Bot create(BotSeat seat);
}

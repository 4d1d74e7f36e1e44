package dev.truce.bot.line;

/** The result of asking a bot. */
sealed interface BotReply {
    /**
     * It answered.
     *
     * @param items what follows the number of the round
     */
    record Given(String items) implements BotReply {}

    /** It was late, and answered when it was told to stop: that answer does not count. */
    record Late(String detail) implements BotReply {}

    /** It answers no more and was killed. */
    record Stalled(String detail) implements BotReply {}

    /** Its process has ended. */
    record Gone(String detail) implements BotReply {}
}

package dev.truce.bot.line;

import dev.truce.engine.orders.Refusal;

/** The result of asking a bot. */
sealed interface BotReply {
    /** Why there is no answer. */
    enum Fault implements Refusal.Code {
        TIMEOUT,
        STALL,
        GONE,
        NO_ANSWER
    }

    /**
     * Returns why there is no answer.
     *
     * @param sentence end of the key of the sentence that says it
     * @param named what the sentence names
     */
    static Refusal why(Fault fault, String sentence, Object... named) {
        return Refusal.of(fault, "").because("refused.line." + sentence, named);
    }

    /**
     * It answered.
     *
     * @param items what follows the number of the round
     */
    record Given(String items) implements BotReply {}

    /** It was late, and answered when it was told to stop: that answer does not count. */
    record Late(Refusal why) implements BotReply {}

    /** It answers no more and was killed. */
    record Stalled(Refusal why) implements BotReply {}

    /** Its process has ended. */
    record Gone(Refusal why) implements BotReply {}
}

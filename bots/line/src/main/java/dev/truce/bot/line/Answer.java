package dev.truce.bot.line;

/** What came of asking a bot. */
sealed interface Answer {
    /**
     * It answered.
     *
     * @param items what stands behind the number of the round
     */
    record Given(String items) implements Answer {}

    /** It was late, and answered when it was told to stop: that answer does not count. */
    record Late(String detail) implements Answer {}

    /** It answers no more and was killed. */
    record Stalled(String detail) implements Answer {}

    /** Its process has ended. */
    record Gone(String detail) implements Answer {}
}

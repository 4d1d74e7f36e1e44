package dev.truce.bot.line.exam;

/** Ends the examination of a property: the bot does not have it. Has no stack trace, as it says nothing about this program. */
final class Failing extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param detail one sentence that says what the bot did */
    Failing(String detail) {
        super(detail, null, false, false);
    }
}

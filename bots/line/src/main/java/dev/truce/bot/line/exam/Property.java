package dev.truce.bot.line.exam;

import java.util.Locale;

/** What a bot is examined in; each is told apart from the others, so that one mistake fails one line. */
public enum Property {
    /** It greets and gets ready. */
    HANDSHAKE,
    /** Its options are well formed, and it bears their being set. */
    OPTIONS,
    /** What it orders in a match is legal. */
    LEGAL_ORDERS,
    /** It answers for the round that it was asked for. */
    STALE_ROUND,
    /** It answers within the time that it was told. */
    DEADLINE,
    /** It plays on when it is told that something was illegal. */
    ILLEGAL_REPORTED,
    /** The same seed and positions give the same answers. */
    REPEATABLE,
    /** It reads lines up to the limit. */
    LONG_LINES,
    /** It passes over commands that it does not know. */
    UNKNOWN_COMMANDS,
    /** It exits in time. */
    QUIT,
    /** It writes nothing but the protocol to its standard output. */
    STDOUT_PURITY,
    /** What it offers can be read, and it accepts only what is there. */
    OFFERS,
    /** The model that it asks, if it asks one, answers. */
    MODEL_ANSWERS;

    /** Returns its name in the output, for example {@code stale-round}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

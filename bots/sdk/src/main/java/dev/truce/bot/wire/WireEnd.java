package dev.truce.bot.wire;

import dev.truce.match.Notice.MatchOver;

/** How a bot's match over the wire ended for it. */
public sealed interface WireEnd {
    /** The match was played out. */
    record Played(MatchOver result) implements WireEnd {}

    /**
     * The bot is out before the end.
     *
     * @param code why, for example the code of the refusal that closed the link
     * @param detail one sentence
     */
    record Left(String code, String detail) implements WireEnd {}
}

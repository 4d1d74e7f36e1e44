package dev.truce.bot.wire;

import dev.truce.engine.orders.Refusal;
import dev.truce.match.Notice.MatchOver;

/** How a bot's match over the wire ended for it. */
public sealed interface WireEnd {
    /** The match was played out. */
    record Played(MatchOver result) implements WireEnd {}

    /**
     * The bot is out before the end.
     *
     * @param why for example the refusal that closed the link
     */
    record Left(Refusal why) implements WireEnd {}
}

package dev.truce.bot;

import dev.truce.match.Input;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;

/**
 * What a bot wants to do next in a round. Its host asks the referee for it and tells {@link BotTurn} the answer.
 *
 * @param round the round that is meant
 * @param step where in the round it belongs
 * @param key names it within the match; a bot that plays the same match again has the same keys
 * @param deed what it does
 */
public record Wish(int round, Step step, String key, Deed deed) {
    /** The steps of a bot's round, in their order. */
    public enum Step {
        /** Refuses, withdraws, gives notice or speaks. */
        DEAL,
        /** Makes its offer. */
        OFFER,
        /** Seals its orders, or drafts them where its head decides. */
        ORDERS,
        /** Accepts: first offers of earlier rounds, then the last one of this round. */
        ANSWER,
        /** Votes on the drafts of others. */
        VOTE,
        /** Says that it is done. */
        READY
    }

    /** Returns the wish as the referee is told it. */
    public Input.Does as(Seat seat) {
        return new Input.Does(seat, round, key, deed);
    }
}

package dev.truce.match.record;

import dev.truce.engine.board.Side;

/**
 * A minister who neither sealed anything nor said that he was done when a round closed, and for whom no bot stood in. Of a head his side's
 * orders say that, unless others ordered for the side: where ministers decide too, he is named if he was away, and if he was ready though
 * only bots or the absence policy ordered.
 *
 * @param side whose delegation
 * @param seat number of the seat, 0 for the head
 * @param present whether he was ready after all, which is said of heads only
 */
public record AbsentMinister(Side side, int seat, boolean present) {
    /** Somebody who was away. */
    public AbsentMinister(Side side, int seat) {
        this(side, seat, false);
    }

    /** Returns whether this is news of a head: orders that somebody else gave tell another thing of him. */
    public boolean isNewsBeside(OrdersOrigin orders) {
        // Who was ready took part like one who sealed, so that needs no line.
        return orders.mayOrder() && !(present && orders == OrdersOrigin.SEALED);
    }
}

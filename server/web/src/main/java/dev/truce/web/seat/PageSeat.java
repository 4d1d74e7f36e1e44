package dev.truce.web.seat;

import dev.truce.engine.orders.Refusal;
import dev.truce.engine.round.Rules;
import dev.truce.match.deed.Deed;
import dev.truce.story.facts.SeatBoard;
import org.jspecify.annotations.Nullable;

/** One seat of a match: what it knows, and a way to do something. */
public interface PageSeat {
    /** The rules of the match, compiled. */
    Rules rules();

    /** What the seat knows. */
    SeatBoard board();

    /**
     * Does something in the open round.
     *
     * @return why not, or null if it is done or was sent; what comes of it is on the board
     */
    @Nullable
    Refusal does(Deed deed);

    /** Who plays the other side, as people call it. */
    String opponent();
}

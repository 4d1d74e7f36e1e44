package dev.truce.web.seat;

import dev.truce.engine.orders.Refusal;
import dev.truce.engine.round.Rules;
import dev.truce.match.deed.Deed;
import dev.truce.story.facts.SeatBoard;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One seat of a match: what it knows, and a way to do something. */
public interface PageSeat {
    /** The rules of the match, compiled. */
    Rules rules();

    /** What the seat knows. */
    SeatBoard board();

    /**
     * Does something in the open round. What comes of it is on the board.
     *
     * @param answered hears once why not, or null if it is done; in a room that is later
     */
    void does(Deed deed, Consumer<@Nullable Refusal> answered);

    /** Whether a round closes as soon as this seat is ready, as against a bot of the page. */
    boolean closesAlone();

    /** Who plays the other side, as people call it. */
    String opponent();
}

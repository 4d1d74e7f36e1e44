package dev.truce.web.seat;

import dev.truce.engine.orders.Orders;
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

    /**
     * Ends the match before its time, so that it has a record.
     *
     * @throws IllegalArgumentException if others decide that
     */
    default void stop() {
        throw new IllegalArgumentException("no request stop");
    }

    /** What is sealed of this seat for the open round; null if nothing is, or it is not known what. */
    default @Nullable Orders sealed() {
        return board().sealed();
    }

    /** Whether there is an instructor who can be called. */
    default boolean hasInstructor() {
        return false;
    }

    /**
     * Calls the instructor of a class.
     *
     * @param text what it is about
     * @param answered hears once why not, or null if he sees it
     */
    default void calls(String text, Consumer<@Nullable Refusal> answered) {
        throw new IllegalStateException("nobody can be called");
    }

    /** Returns the last link of the chain of the match, by which it is told from any other that might have come of the same; empty if the server has it. */
    default String chain() {
        return "";
    }

    /** Whether a round closes as soon as this seat is ready, as against a bot of the page. */
    boolean closesAlone();

    /** Who plays the other side, as people call it. */
    String opponent();
}

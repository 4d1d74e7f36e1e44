package dev.truce.protocol.client;

import dev.truce.engine.board.Side;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Seat;
import org.jspecify.annotations.Nullable;

/**
 * A place in a room that was opened again.
 *
 * @param matchId the match
 * @param code the room's code
 * @param seat the seat, or null for an observer or a creator without a seat
 * @param viewer what is seen from there
 */
public record OpenPlace(
        String matchId, String code, @Nullable Seat seat, Viewer viewer) {
    /** Returns the side of the seat, or null. */
    public @Nullable Side side() {
        return seat == null ? null : seat.side();
    }
}

package dev.truce.cli.seat;

import dev.truce.engine.orders.Orders;
import dev.truce.match.Seat;
import org.jspecify.annotations.Nullable;

/**
 * What a device keeps of the orders of a round, so that they are there again when the seat is opened again.
 *
 * @param matchId the match
 * @param seat the seat
 * @param round the round that they are for
 * @param orders what a commit would send
 * @param saved what the server has on disk, or null
 * @param savedAt when it was saved, as a time of day
 */
public record KeptDraft(
        String matchId,
        Seat seat,
        int round,
        Orders orders,
        @Nullable Orders saved,
        String savedAt) {
    /** Returns whether the draft holds something that was not sent. */
    public boolean isUnsent() {
        return saved == null ? !orders.isHold() : !orders.equals(saved);
    }
}

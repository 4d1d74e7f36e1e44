package dev.truce.app.classroom;

import dev.truce.match.deed.SeatHolder;
import org.jspecify.annotations.Nullable;

/** What an event does with a seat, until its table has answered. */
final class SeatClaim {
    /** What it is among that which the table has to do, from 0. */
    final int index;

    Standing before;
    Standing after;

    SeatClaim(int index, Standing before) {
        this.index = index;
        this.before = before;
        this.after = before;
    }

    /**
     * Who acts on a seat, as the class wants it.
     *
     * @param gap whether that is so until somebody takes the seat
     * @param filled who had it before it was filled, or null if it was not
     */
    record Standing(
            SeatHolder holder, boolean gap, @Nullable SeatHolder filled) {}
}

package dev.truce.protocol.message;

import dev.truce.match.Seat;

/**
 * Who sits on a seat.
 *
 * @param seat the seat
 * @param name its occupant's name, empty for a vacant seat
 * @param bot whether the occupant is a program
 * @param connected whether the occupant is connected now
 */
public record Occupant(Seat seat, String name, boolean bot, boolean connected) {
    /** Returns whether nobody sits there. */
    public boolean isVacant() {
        return name.isEmpty();
    }
}

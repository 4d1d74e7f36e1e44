package dev.truce.store;

import dev.truce.match.Seat;

/**
 * A seat that somebody holds.
 *
 * @param seat which one
 * @param name how others see the occupant
 * @param kind who sits there
 * @param creator whether the occupant opened the room
 */
public record StoredSeat(Seat seat, String name, Kind kind, boolean creator) {

    /** Who sits in a seat. The names are in the database and never change. */
    public enum Kind {
        /** A person who connects. */
        PERSON,
        /** A bot that connects. */
        BOT,
        /** A bot of the roster that the host runs itself; {@code name} is its name there. */
        ROSTER
    }
}

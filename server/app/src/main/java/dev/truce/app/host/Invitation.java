package dev.truce.app.host;

import dev.truce.match.Occupant;
import java.util.List;

/**
 * What somebody is told who has a code, before a place is taken.
 *
 * @param title of the class that the code opens, or empty for a room
 * @param seats of a room, with who is there; empty for a class
 * @param windowMillis how long each round of a room stays open, 0 for no deadline, and for a class
 * @param begun whether the match of a room has begun
 */
public record Invitation(Entry entry, String title, List<Occupant> seats, long windowMillis, boolean begun) {
    public Invitation {
        seats = List.copyOf(seats);
    }

    /** How one enters. */
    public enum Entry {
        /** The code is enough for a free seat. */
        ROOM,
        /** A student's number and key open the own seat. */
        KEY,
        /** A student picks the own name from the list. */
        LIST
    }

    /** A class, whose seats nobody is told from outside. */
    public static Invitation ofClass(String title, boolean byList) {
        return new Invitation(byList ? Entry.LIST : Entry.KEY, title, List.of(), 0, false);
    }
}

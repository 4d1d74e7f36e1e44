package dev.truce.protocol.message;

import java.util.Set;

/**
 * What may be so for a while in a room or a class, so that everybody in it is told when it begins and when it ends. It is state, not an event:
 * a person who comes later and finds that it is not so is told nothing. What is said of it are the texts {@code facts.NAME.begins} and {@code .ends}.
 */
public enum RoomFact {
    /** The server can save nothing, so that nothing can be done. What was saved is not lost, and it goes on by itself. */
    CANNOT_SAVE,
    /** The match of this table is over; scores and record are told once all tables of its class are, since those that play have its seed. */
    END_WITHHELD;

    /** Hears what has begun to be so, or is not so any more. */
    public interface Change {
        /**
         * It is another way than before.
         *
         * @param holds whether it is so now
         */
        void to(RoomFact fact, boolean holds);
    }

    /** Tells each fact that is another way now. */
    public static void changes(Set<RoomFact> before, Set<RoomFact> now, Change change) {
        for (RoomFact fact : values()) {
            if (before.contains(fact) != now.contains(fact)) {
                change.to(fact, now.contains(fact));
            }
        }
    }
}

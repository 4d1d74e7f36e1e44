package dev.truce.app.host;

import dev.truce.app.room.Room;
import dev.truce.app.room.RoomBook;
import dev.truce.match.RoundTerms.RoundPace;

/**
 * Whether it may be told how a match ended, with its seed and all that was covert. At a table whose class plays one seed it may not, until
 * no table plays any more. Thread-safe.
 */
final class EndOfTable {
    private final Room room;
    private final RoundPace pace;
    private final RoomBook book;
    private volatile boolean revealed;

    /** @param book knows the classes that go on */
    EndOfTable(Room room, RoundPace pace, RoomBook book) {
        this.room = room;
        this.pace = pace;
        this.book = book;
    }

    /** Whether nobody may be told yet. Tables that go on each by itself have a seed each. */
    boolean isWithheld() {
        return !revealed
                && pace == RoundPace.GATED
                && room.table().map(table -> book.hasClass(table.classId())).orElse(false);
    }

    /** All tables of the class are over, or the class is finished; returns whether that is new. */
    boolean reveal() {
        boolean before = revealed;
        revealed = true;
        return !before;
    }
}

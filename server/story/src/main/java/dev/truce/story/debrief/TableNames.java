package dev.truce.story.debrief;

import dev.truce.engine.board.BySide;
import dev.truce.match.Seat;
import dev.truce.match.record.RecordTitle;
import java.util.Locale;
import java.util.function.BiFunction;

/**
 * How a debrief calls those who sat at its tables.
 *
 * @param mode what readers learn of them
 * @param of the name of a seat at a table; empty if none is told
 */
public record TableNames(Mode mode, BiFunction<ClassTable, Seat, String> of) {
    /** What readers learn about those who sat at the tables. */
    public enum Mode {
        /** No name. */
        OFF,
        /** The names under which they played. */
        PSEUDONYM,
        /** Their own names. */
        REAL;

        /** Returns how it is typed, and the end of its key. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Tells no name. */
    public static TableNames off() {
        return new TableNames(Mode.OFF, (table, seat) -> "");
    }

    /** Tells the names that the records have, which are those of the heads. */
    public static TableNames ofRecords() {
        return new TableNames(Mode.PSEUDONYM, (table, seat) -> {
            RecordTitle title = table.replay().match().recordTitle();
            return seat.number() == 0 ? BySide.pick(seat.side(), title.usName(), title.cnName()) : "";
        });
    }
}

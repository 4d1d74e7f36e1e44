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
 * @param from the first round that is that of who has the seat in the end; 0 if all are
 */
public record TableNames(
        Mode mode, BiFunction<ClassTable, Seat, String> of, BiFunction<ClassTable, Seat, Integer> from) {
    /** Names of whom nobody knows that one came later than others. */
    public TableNames(Mode mode, BiFunction<ClassTable, Seat, String> of) {
        this(mode, of, (table, seat) -> 0);
    }

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

    /** Returns the same names, with the rounds from which on people had their seats. */
    public TableNames from(BiFunction<ClassTable, Seat, Integer> rounds) {
        return new TableNames(mode, of, rounds);
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

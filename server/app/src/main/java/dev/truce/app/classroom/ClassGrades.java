package dev.truce.app.classroom;

import dev.truce.engine.board.BySide;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.match.Seat;
import dev.truce.match.record.MatchRecord;
import dev.truce.story.debrief.ClassTable;
import dev.truce.story.debrief.ClassTables;
import dev.truce.story.debrief.Participation;
import dev.truce.story.debrief.SeatRound;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what the students of a class did at its tables. */
public final class ClassGrades {
    private ClassGrades() {}

    /** Where a student sat. */
    private record Sitting(Student student, Seat seat, ClassTable table) {}

    /**
     * Returns what each student did. Each table is played again many times, as {@link TableLuck} says.
     *
     * @param students each with the table and the seat at which he sat
     * @return refused as {@link #check} refuses
     */
    public static Reply<List<Gradebook.Entry>> of(ClassTables tables, List<Student> students) {
        return sittings(tables, students).then(sittings -> Reply.done(entries(tables, sittings)));
    }

    /**
     * Returns the students, each of whom sat somewhere else.
     *
     * @param students each with the table and the seat at which he sat
     * @return refused with a {@link ClassFault} if that of one is not known, or no such seat was played, or two had one seat
     */
    public static Reply<List<Student>> check(ClassTables tables, List<Student> students) {
        return sittings(tables, students).then(sittings -> Reply.done(students));
    }

    private static List<Gradebook.Entry> entries(ClassTables tables, List<Sitting> sittings) {
        TableLuck dice = new TableLuck(tables.rules());
        Map<Integer, BySide<Long>> luck = new HashMap<>();
        List<Gradebook.Entry> entries = new ArrayList<>();
        for (Sitting sitting : sittings) {
            Seat seat = sitting.seat();
            ClassTable table = sitting.table();
            MatchRecord match = table.replay().match();
            Participation part = Participation.of(
                    SeatRound.of(match), seat, sitting.student().fromRound());
            boolean led =
                    seat.number() == Delegation.HEAD ? 2 * part.took() > part.rounds() : table.isPlayed(seat.side());
            entries.add(new Gradebook.Entry(
                    sitting.student(),
                    seat,
                    table.toParTenths(seat.side()),
                    luck.computeIfAbsent(table.number(), unused -> dice.tenths(match))
                            .of(seat.side()),
                    part,
                    led));
        }
        return entries;
    }

    private static Reply<List<Sitting>> sittings(ClassTables tables, List<Student> students) {
        List<Sitting> sittings = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Student student : students) {
            Seat seat = student.seat();
            Integer number = student.table();
            if (seat == null || number == null) {
                return Reply.refused(Refusal.of(ClassFault.SEAT_MISSING, "seat").naming(student.line()));
            }
            Optional<ClassTable> table = tables.tables().stream()
                    .filter(each -> each.number() == number)
                    .findFirst();
            if (table.isEmpty()) {
                return Reply.refused(
                        Refusal.of(ClassFault.TABLE_NOT_PLAYED, "table").naming(student.line(), number));
            }
            if (!SeatRound.seats(table.get().replay().match()).contains(seat)) {
                return Reply.refused(
                        Refusal.of(ClassFault.SEAT_NOT_PLAYED, "seat").naming(student.line(), number, seat));
            } else if (!taken.add(number + " " + seat)) {
                return Reply.refused(Refusal.of(ClassFault.SEAT_TWICE, "seat").naming(student.line(), seat, number));
            }
            sittings.add(new Sitting(student, seat, table.get()));
        }
        return Reply.done(sittings);
    }
}

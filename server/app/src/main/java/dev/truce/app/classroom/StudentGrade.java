package dev.truce.app.classroom;

import dev.truce.app.classroom.Gradebook.Entry;
import dev.truce.app.classroom.Gradebook.Performance;
import dev.truce.story.debrief.ClassTable;
import dev.truce.story.debrief.ClassTables;
import dev.truce.story.debrief.GradeTopic;
import dev.truce.story.debrief.SeatRound;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Finds what the grade of one student comes from, and tells nothing of others but how many they are. */
public final class StudentGrade {
    private static final int THOUSAND = 1_000;

    private StudentGrade() {}

    /**
     * Returns what explains a grade.
     *
     * @param entries what all students of the class did
     * @param student one of them
     * @param isNamed whether his name is told
     */
    public static GradeTopic.ExplainedGrade of(
            ClassTables tables, List<Entry> entries, Student student, boolean isNamed) {
        Entry entry = entries.stream()
                .filter(each -> each.student().equals(student))
                .findFirst()
                .orElseThrow();
        ClassTable table = tables.tables().stream()
                .filter(each -> student.sitsAt(each.number(), entry.seat()))
                .findFirst()
                .orElseThrow();
        GradeTopic.ScoreWorth mark = mark(new Gradebook(entries), entries, entry);
        return new GradeTopic.ExplainedGrade(
                isNamed ? student.name() : "",
                table,
                entry.seat(),
                entry.part(),
                SeatRound.of(table.replay().match()).stream()
                        .filter(round -> round.seat().equals(entry.seat()) && round.round() >= student.fromRound())
                        .toList(),
                mark,
                mark == null ? missing(entry) : null);
    }

    private static GradeTopic.@Nullable ScoreWorth mark(Gradebook book, List<Entry> entries, Entry entry) {
        OptionalDouble own = book.duplicateScore(entry);
        if (own.isEmpty()) {
            return null;
        }
        List<Entry> compared = entries.stream()
                .filter(each -> each.counts() && each.seat().equals(entry.seat()))
                .toList();
        List<Double> all = compared.stream()
                .map(each -> book.duplicateScore(each).orElseThrow())
                .toList();
        int above = (int)
                compared.stream().filter(each -> each.toPar() > entry.toPar()).count();
        int alike = (int) compared.stream()
                .filter(each -> !each.equals(entry) && each.isAlike(entry))
                .count();
        return new GradeTopic.ScoreWorth(
                compared.size(),
                1 + above,
                Math.round(10 * own.getAsDouble()),
                entry.luck(),
                alike,
                Math.round(THOUSAND * Performance.byRank().of(own.getAsDouble(), all)),
                Math.round(THOUSAND * Performance.linear(Gradebook.USUAL_SPREAD).of(own.getAsDouble(), all)),
                (int) Gradebook.USUAL_SPREAD);
    }

    private static GradeTopic.Missing missing(Entry entry) {
        if (entry.counts()) {
            return GradeTopic.Missing.FEW;
        }
        boolean held = 2 * entry.part().held() > entry.part().rounds();
        return held && !entry.part().isAbsent() ? GradeTopic.Missing.UNLED : GradeTopic.Missing.ABSENT;
    }
}

package dev.truce.cli.debrief;

import dev.truce.app.classroom.ClassFault;
import dev.truce.app.classroom.ClassGrades;
import dev.truce.app.classroom.Gradebook;
import dev.truce.app.classroom.Gradebook.AbsentMark;
import dev.truce.app.classroom.Gradebook.Performance;
import dev.truce.app.classroom.Gradebook.Scheme;
import dev.truce.app.classroom.Student;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.AtomicFile;
import dev.truce.cli.option.Settings;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.text.TextWidth;
import dev.truce.story.debrief.ClassTables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code truce grades FILE... --list CSV}: grades of a class, in the form that Canvas imports. */
@Command(name = "grades")
public final class GradesCommand implements Callable<Integer> {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    @Mixin
    private final Settings settings = new Settings();

    @Mixin
    private final ClassRecords records = new ClassRecords();

    @Mixin
    private final ListOption list = new ListOption();

    @ArgGroup
    private @Nullable How how;

    @Option(names = "--points", paramLabel = "N", descriptionKey = "option.grades.points", defaultValue = "100")
    private int points;

    @Option(names = "--participation", paramLabel = "N", descriptionKey = "option.grades.participation")
    private @Nullable Integer participation;

    @Option(
            names = "--absent",
            paramLabel = "blank|zero|excused",
            descriptionKey = "option.grades.absent",
            defaultValue = "blank")
    private AbsentMark absent = AbsentMark.BLANK;

    @Option(names = "--bom", descriptionKey = "option.grades.bom")
    private boolean bom;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "option.debrief.out")
    private @Nullable Path out;

    /** How a difference in points becomes a performance. */
    private static final class How {
        @SuppressWarnings("UnusedVariable") // It is the default, which the parser may be told.
        @Option(names = "--rank", descriptionKey = "option.grades.rank")
        private boolean rank;

        @Option(names = "--linear", paramLabel = "SPREAD", descriptionKey = "option.grades.linear")
        private @Nullable Double linear;
    }

    @Override
    public Integer call() throws FaultException, InterruptedException {
        Printer printer = settings.printer(false);
        Performance performance = performance();
        requirePoints();
        ClassTables tables = records.read(!list.isGiven());
        List<Student> students = list.students(records);
        if (students.isEmpty()) {
            throw FaultException.usage(UsageFault.unstarted(
                    ClassFault.NO_STUDENTS.name(), Texts.of("fault.grades.list"), Texts.of("fault.next.class-seated")));
        }
        List<Gradebook.Entry> entries = ListOption.done(ClassGrades.of(tables, students));
        Gradebook book = new Gradebook(entries);
        int weight = participation == null ? points : participation;
        write(book.canvas(new Scheme(performance, points, weight, absent)), printer);
        List<String> few = new ArrayList<>();
        for (Gradebook.Entry entry : entries) {
            String seat = entry.seat().toString();
            if (entry.counts() && book.duplicateScore(entry).isEmpty() && !few.contains(seat)) {
                few.add(seat);
            }
        }
        List<String> unled = entries.stream()
                .filter(entry -> !entry.led())
                .map(entry -> entry.student().table() + "." + entry.seat())
                .toList();
        if (!unled.isEmpty()) {
            printer.notes(List.of(Texts.of("grades.unled", Texts.list(unled))));
        }
        if (!few.isEmpty()) {
            printer.notes(List.of(Texts.of("grades.few", Texts.list(few), Gradebook.MIN_TABLES)));
        }
        book.alike()
                .forEach((seat, groups) ->
                        printer.notes(TextWidth.wrap("", Texts.of("grades.alike", seat, tables(groups)))));
        return ExitCodes.OK;
    }

    /** Names the tables of each group. */
    private static String tables(List<List<Gradebook.Entry>> groups) {
        List<String> named = groups.stream()
                .map(group -> Texts.list(group.stream()
                        .map(entry -> String.valueOf(entry.student().table()))
                        .toList()))
                .toList();
        return String.join(Texts.of("grades.alike.next"), named);
    }

    private void write(String canvas, Printer printer) throws FaultException {
        String file = (bom ? BYTE_ORDER_MARK : "") + canvas;
        if (out == null) {
            printer.raw(file.stripTrailing());
        } else {
            AtomicFile.writePrivate(out, file, Texts.of("fault.next.debrief-out"));
            printer.lines(List.of(Texts.of("grades.written", AtomicFile.shown(out))));
        }
    }

    private Performance performance() throws FaultException {
        Double spread = how == null ? null : how.linear;
        if (spread == null) {
            return Performance.byRank();
        } else if (!(spread > 0 && spread <= Gradebook.MAX_SPREAD)) {
            throw outside("--linear", "0.1.." + (int) Gradebook.MAX_SPREAD, String.valueOf(spread));
        }
        return Performance.linear(spread);
    }

    private void requirePoints() throws FaultException {
        if (points < 1 || points > Gradebook.MAX_POINTS) {
            throw outside("--points", "1.." + Gradebook.MAX_POINTS, String.valueOf(points));
        } else if (participation != null && (participation < 0 || participation > Gradebook.MAX_POINTS)) {
            throw outside("--participation", "0.." + Gradebook.MAX_POINTS, String.valueOf(participation));
        }
    }

    private static FaultException outside(String option, String right, String found) {
        return FaultException.usage(UsageFault.unstarted(
                        "OUT_OF_RANGE", Texts.of("fault.grades.range", option, found, right), option + " 20")
                .about(option, right));
    }
}

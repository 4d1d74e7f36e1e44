package dev.truce.app.classroom;

import dev.truce.engine.text.SheetText;
import dev.truce.match.Seat;
import dev.truce.story.debrief.ClassTables;
import dev.truce.story.debrief.Participation;
import dev.truce.story.words.NumberText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * What the students of a class earn. A student's distance to par, which is what his hand was worth, is compared with those of all who sat in
 * the same seat at other tables: neither side, nor hand, counts. Those who join in earn participation, whatever the score.
 */
public final class Gradebook {
    /** With fewer persons in a seat a mean says little, and a rank less. */
    public static final int MIN_TABLES = ClassTables.LEAST_COMPARED;

    /** A student who is this many points above the mean of the seat has all points of a linear performance. */
    public static final double USUAL_SPREAD = 20;

    /** A larger spread makes all performances alike. */
    public static final double MAX_SPREAD = 1000;

    /** The most points that a performance or a participation is worth. */
    public static final int MAX_POINTS = 1_000;

    private final List<Entry> entries;

    /**
     * What a student did.
     *
     * @param student who
     * @param seat where he sat
     * @param toPar printed distance of his side to the par of his table, tenths: what the debrief gives the places by
     * @param luck within how many points, in printed tenths, 95 of 100 scores lie if the same deeds meet other dice of the table
     * @param part in how many rounds he held the seat and did something: orders, readiness, a draft, a vote or a text
     * @param led whether the score is one of persons: for a head, that he did something in more than half of the rounds, for a minister, that
     *     the side had a person at its head. What a bot or nobody led is graded by participation alone
     */
    public record Entry(Student student, Seat seat, long toPar, long luck, Participation part, boolean led) {
        /** Checks the counts. */
        public Entry {
            if (part.rounds() < 1) {
                throw new IllegalArgumentException("no rounds");
            }
        }

        /** Returns whether he held the seat for more than half of the rounds and persons led his side, so that the score is his. */
        public boolean counts() {
            return led && 2 * part.held() > part.rounds();
        }

        /** Returns whether the dice alone may have made the difference to somebody else in this seat. */
        boolean isAlike(Entry other) {
            return Math.abs(toPar - other.toPar) <= Math.hypot(luck, other.luck);
        }

        /** Returns the share of his rounds in which he did something; nothing if he held the seat in none. */
        public OptionalDouble participation() {
            return part.held() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part.took() / part.held());
        }
    }

    /** What a cell has that an absent student leaves empty. */
    public enum AbsentMark {
        /** Nothing: the instructor decides. */
        BLANK(""),
        /** No points. */
        ZERO("0.0"),
        /** What Canvas reads as excused: it counts neither way. */
        EXCUSED("EX");

        private final String cell;

        AbsentMark(String cell) {
            this.cell = cell;
        }
    }

    /**
     * How grades are written.
     *
     * @param performance how a difference becomes a performance
     * @param points what a performance of 1 is worth
     * @param participationPoints what a participation of 1 is worth
     * @param absence what an absent student gets
     */
    public record Scheme(Performance performance, int points, int participationPoints, AbsentMark absence) {
        /** Both are worth the same, and what an absent student leaves empty stays empty. */
        public static Scheme of(Performance performance, int points) {
            return new Scheme(performance, points, points, AbsentMark.BLANK);
        }
    }

    /** How a difference in points becomes a performance from 0 to 1. */
    public interface Performance {
        /**
         * Returns the performance.
         *
         * @param own own duplicate score
         * @param all those of all persons in this seat, the own one included
         */
        double of(double own, List<Double> all);

        /** By rank among those who sat in this seat: best 1, last 0, equal scores alike. */
        static Performance byRank() {
            return (own, all) -> {
                long below = all.stream().filter(other -> other < own).count();
                long same = all.stream().filter(other -> other == own).count();
                return (below + (same - 1) / 2.0) / (all.size() - 1);
            };
        }

        /**
         * By points: 0.5 for the mean of the seat.
         *
         * @param spread points above the mean that are worth another half, above 0
         */
        static Performance linear(double spread) {
            return (own, all) -> Math.max(0, Math.min(1, .5 + own / (2 * spread)));
        }
    }

    /** @param entries a student each, in the order of the class list */
    public Gradebook(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** Returns a student's distance to par minus the mean of all who held the same seat; nothing if they are too few, or he held it too seldom. */
    public OptionalDouble duplicateScore(Entry entry) {
        List<Long> scores = scores(entry.seat());
        if (!entry.counts() || scores.size() < MIN_TABLES) {
            return OptionalDouble.empty();
        }
        long sum = scores.stream().mapToLong(Long::longValue).sum();
        // A quotient of whole numbers, so that equal distances stay equal.
        return OptionalDouble.of((entry.toPar() * scores.size() - sum) / (10.0 * scores.size()));
    }

    private List<Long> scores(Seat seat) {
        return entries.stream()
                .filter(entry -> entry.counts() && entry.seat().equals(seat))
                .map(Entry::toPar)
                .toList();
    }

    /**
     * Returns who shared a seat with scores that the dice alone may have made different: groups of two or more in each of which that is so for
     * every pair, the best first.
     */
    public Map<Seat, List<List<Entry>>> alike() {
        Map<Seat, List<List<Entry>>> alike = new TreeMap<>(Seat.CANONICAL);
        Map<Seat, List<List<Entry>>> all = new TreeMap<>(Seat.CANONICAL);
        entries.stream()
                .filter(entry -> duplicateScore(entry).isPresent())
                .sorted(Comparator.comparingLong(Entry::toPar).reversed())
                .forEach(entry -> {
                    List<List<Entry>> groups = all.computeIfAbsent(entry.seat(), unused -> new ArrayList<>());
                    boolean joins = !groups.isEmpty()
                            && groups.get(groups.size() - 1).stream().allMatch(entry::isAlike);
                    if (!joins) {
                        groups.add(new ArrayList<>());
                    }
                    groups.get(groups.size() - 1).add(entry);
                });
        all.forEach((seat, groups) -> {
            List<List<Entry>> several =
                    groups.stream().filter(group -> group.size() > 1).toList();
            if (!several.isEmpty()) {
                alike.put(seat, several);
            }
        });
        return alike;
    }

    /**
     * Returns the grades as Canvas imports them: a line of headers, one of the points possible, and one for each student. What cannot be
     * graded stays empty, unless it is the student who was absent. The last columns are the distance to par, how much of it is luck, and the
     * rounds in which the student was absent; they are worth no points. No cell can be taken for a formula.
     */
    public String canvas(Scheme scheme) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "Student",
                "ID",
                "SIS User ID",
                "SIS Login ID",
                "Section",
                "truce performance",
                "truce participation",
                "truce to par",
                "truce luck",
                "truce absent"));
        rows.add(List.of(
                "    Points Possible",
                "",
                "",
                "",
                "",
                String.valueOf(scheme.points()),
                String.valueOf(scheme.participationPoints()),
                "0",
                "0",
                "0"));
        Map<Seat, List<Double>> differences = differences();
        for (Entry entry : entries) {
            Student student = entry.student();
            rows.add(List.of(
                    SheetText.guarded(student.name()),
                    SheetText.guarded(student.canvasId()),
                    SheetText.guarded(student.sisId()),
                    SheetText.guarded(student.login()),
                    SheetText.guarded(student.section()),
                    performance(entry, scheme, differences),
                    participation(entry, scheme),
                    entry.counts() ? NumberText.tenth(entry.toPar()) : "",
                    entry.counts() ? NumberText.tenth(entry.luck()) : "",
                    String.valueOf(entry.part().absent())));
        }
        return csv(rows);
    }

    private String performance(Entry entry, Scheme scheme, Map<Seat, List<Double>> differences) {
        OptionalDouble own = duplicateScore(entry);
        if (own.isPresent()) {
            List<Double> all = differences.getOrDefault(entry.seat(), List.of());
            return cell(scheme.points() * scheme.performance().of(own.getAsDouble(), all));
        }
        // Of too few persons in a seat, or of a head who was away, the student is not to blame.
        return !entry.counts() && entry.part().isAbsent() ? scheme.absence().cell : "";
    }

    private static String participation(Entry entry, Scheme scheme) {
        OptionalDouble share = entry.participation();
        if (share.isPresent()) {
            return cell(scheme.participationPoints() * share.getAsDouble());
        }
        return entry.part().isAbsent() ? scheme.absence().cell : "";
    }

    private Map<Seat, List<Double>> differences() {
        Map<Seat, List<Double>> differences = new LinkedHashMap<>();
        for (Entry entry : entries) {
            duplicateScore(entry)
                    .ifPresent(own -> differences
                            .computeIfAbsent(entry.seat(), unused -> new ArrayList<>())
                            .add(own));
        }
        return differences;
    }

    private static String cell(double value) {
        return NumberText.decimals(value, 1);
    }

    static String csv(List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecords(rows);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return text.toString();
    }
}

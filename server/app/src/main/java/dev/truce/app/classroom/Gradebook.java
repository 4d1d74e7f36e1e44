package dev.truce.app.classroom;

import dev.truce.engine.text.SheetText;
import dev.truce.match.Seat;
import dev.truce.story.debrief.ClassTables;
import dev.truce.story.words.NumberText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
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
     * @param rounds rounds that were resolved at his table
     * @param held rounds in which he held the seat, and no bot
     * @param took rounds in which he did something: orders, readiness, a draft, a vote or a text
     * @param led whether the score is one of persons: for a head, that he did something in more than half of the rounds, for a minister, that
     *     the side had a person at its head. What a bot or nobody led is graded by participation alone
     */
    public record Entry(Student student, Seat seat, long toPar, int rounds, int held, int took, boolean led) {
        /** Checks the counts. */
        public Entry {
            if (took < 0 || took > held || held > rounds || rounds < 1) {
                throw new IllegalArgumentException(took + " of " + held + " of " + rounds);
            }
        }

        /** Returns whether he held the seat for more than half of the rounds and persons led his side, so that the score is his. */
        public boolean counts() {
            return led && 2 * held > rounds;
        }

        /** Returns the share of his rounds in which he did something; nothing if he held the seat in none. */
        public OptionalDouble participation() {
            return held == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) took / held);
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
     * Returns the grades as Canvas imports them: a line of headers, one of the points possible, and one for each student. What cannot be
     * graded stays empty. The last column is the distance to par, which is worth no points. No cell can be taken for a formula.
     *
     * @param points for a performance or participation of 1
     */
    public String canvas(Performance performance, int points) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "Student",
                "ID",
                "SIS User ID",
                "SIS Login ID",
                "Section",
                "truce performance",
                "truce participation",
                "truce to par"));
        String possible = String.valueOf(points);
        rows.add(List.of("    Points Possible", "", "", "", "", possible, possible, "0"));
        Map<Seat, List<Double>> differences = differences();
        for (Entry entry : entries) {
            Student student = entry.student();
            OptionalDouble own = duplicateScore(entry);
            rows.add(List.of(
                    SheetText.guarded(student.name()),
                    SheetText.guarded(student.canvasId()),
                    SheetText.guarded(student.sisId()),
                    SheetText.guarded(student.login()),
                    SheetText.guarded(student.section()),
                    own.isEmpty()
                            ? ""
                            : cell(points
                                    * performance.of(
                                            own.getAsDouble(), differences.getOrDefault(entry.seat(), List.of()))),
                    entry.participation().isEmpty()
                            ? ""
                            : cell(points * entry.participation().getAsDouble()),
                    entry.counts() ? NumberText.tenth(entry.toPar()) : ""));
        }
        return csv(rows);
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

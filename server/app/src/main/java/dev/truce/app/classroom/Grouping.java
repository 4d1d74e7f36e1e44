package dev.truce.app.classroom;

import dev.truce.app.room.SeatPlan;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.match.Seat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Divides a class list among tables. Every table has the same seats; those that no student gets are left for bots. */
public final class Grouping {
    private final List<Seat> seats;

    /**
     * @param plan the seats of each table
     */
    public Grouping(SeatPlan plan) {
        // The heads first, then the first ministers: what is missing at the end is missing where it matters least.
        this.seats = plan.seats().stream()
                .sorted(Comparator.comparingInt(Seat::number).thenComparing(Seat::side))
                .toList();
    }

    /**
     * Who sits where at a table.
     *
     * @param number from 1
     * @param members by seat, the indexes of students in the list; a seat that is not in it is left for a bot
     */
    public record SeatedTable(int number, Map<Seat, Integer> members) {
        public SeatedTable {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    /**
     * Divides a list in the order in which the students stand in it. The table that a line names is kept; others fill what is left.
     *
     * @return the tables, by number; refused if more students name a table than it has seats
     */
    public Reply<List<SeatedTable>> inOrder(List<Student> students) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < students.size(); i++) {
            order.add(i);
        }
        return divide(students, order);
    }

    /**
     * Divides a list by lot, so that neighbours in the list do not sit together. The table that a line names is kept.
     *
     * @param seed the same seed gives the same tables
     * @return as {@link #inOrder}
     */
    public Reply<List<SeatedTable>> byLot(List<Student> students, long seed) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < students.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(seed));
        return divide(students, order);
    }

    private Reply<List<SeatedTable>> divide(List<Student> students, List<Integer> order) {
        TreeMap<Integer, List<Integer>> tables = new TreeMap<>();
        List<Integer> anywhere = new ArrayList<>();
        for (int member : order) {
            Integer table = students.get(member).table();
            if (table == null) {
                anywhere.add(member);
            } else {
                List<Integer> at = tables.computeIfAbsent(table, unused -> new ArrayList<>());
                if (at.size() == seats.size()) {
                    return Reply.refused(Refusal.of(ClassFault.TABLE_FULL, "table")
                            .naming(table, seats.size(), students.get(member).line()));
                }
                at.add(member);
            }
        }
        int number = 1;
        while (freeSeats(tables) < anywhere.size()) {
            tables.computeIfAbsent(number++, unused -> new ArrayList<>());
        }
        for (int member : anywhere) {
            emptiest(tables).add(member);
        }
        return Reply.done(tables.entrySet().stream()
                .map(table -> new SeatedTable(table.getKey(), seated(table.getValue())))
                .toList());
    }

    private int freeSeats(Map<Integer, List<Integer>> tables) {
        return tables.values().stream().mapToInt(at -> seats.size() - at.size()).sum();
    }

    private static List<Integer> emptiest(TreeMap<Integer, List<Integer>> tables) {
        return Collections.min(tables.values(), Comparator.comparingInt(List::size));
    }

    private Map<Seat, Integer> seated(List<Integer> members) {
        Map<Seat, Integer> seated = new LinkedHashMap<>();
        for (int i = 0; i < members.size(); i++) {
            seated.put(seats.get(i), members.get(i));
        }
        return seated;
    }
}

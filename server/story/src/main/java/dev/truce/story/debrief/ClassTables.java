package dev.truce.story.debrief;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.round.Rules;
import dev.truce.match.Notice;
import dev.truce.match.deed.ClassAct;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.match.record.verify.Verification;
import dev.truce.story.debrief.ClassTable.TablePar;
import dev.truce.story.facts.RecordTalk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All tables of a class: they had the same rules and met the same world. Each may have had a hand of its own, so places and means go by the
 * distance to par where it was found, and by the score elsewhere.
 *
 * @param rules of all tables
 * @param tables in the order of their numbers; at least one
 * @param only number of the table that is told alone, against the mean of all; 0 for all
 */
public record ClassTables(Rules rules, List<ClassTable> tables, int only) {
    /** The most tables that a class has. */
    public static final int MAX_TABLES = ClassAct.AtTables.MAX_TABLES;

    /** With fewer persons in a seat a mean says little, and a rank less. */
    public static final int LEAST_COMPARED = 4;

    public ClassTables {
        tables = List.copyOf(tables);
    }

    /** All tables are told. */
    public ClassTables(Rules rules, List<ClassTable> tables) {
        this(rules, tables, 0);
    }

    /**
     * Tells one table alone.
     *
     * @param number of the table, or 0 for all
     * @return refused with a {@link DebriefFault} if there is no such table
     */
    public Reply<ClassTables> only(int number) {
        if (number != 0 && tables.stream().noneMatch(table -> table.number() == number)) {
            String known =
                    tables.stream().map(table -> String.valueOf(table.number())).collect(Collectors.joining(", "));
            return Reply.refused(Refusal.of(DebriefFault.NO_SUCH_TABLE, "table")
                    .naming(number, known)
                    .legal(known));
        }
        return Reply.done(new ClassTables(rules, tables, number));
    }

    /** Returns the tables that are told, in the order of their numbers. */
    public List<ClassTable> shown() {
        return tables.stream()
                .filter(table -> only == 0 || table.number() == only)
                .toList();
    }

    /** Whether there is but one table, so that there is no class to compare it with. */
    boolean isAlone() {
        return tables.size() == 1;
    }

    /** Returns the key of a text about what is shown: one table has texts of its own. */
    String key(String ofAll) {
        return only == 0 ? ofAll : ofAll + ".one";
    }

    /**
     * A record of a table.
     *
     * @param number of the table, from 1
     * @param label how the table is called, and how a refusal names it
     * @param replay the record, played again
     */
    public record Recorded(int number, String label, RecordReplay replay) {
        private String named() {
            return label.isEmpty() ? String.valueOf(number) : label;
        }
    }

    /**
     * Gathers the tables of a class.
     *
     * @param rules of the first record
     * @return refused with a {@link DebriefFault} if they cannot be compared
     */
    public static Reply<ClassTables> of(Rules rules, List<Recorded> records) {
        return of(rules, records, null);
    }

    /**
     * Gathers the tables of a class, with what their hands are worth.
     *
     * @param rules of the first record
     * @param par finds it for each table; null if nobody does
     * @return refused with a {@link DebriefFault} if they cannot be compared
     */
    public static Reply<ClassTables> of(Rules rules, List<Recorded> records, @Nullable TablePar par) {
        if (records.isEmpty()) {
            return Reply.refused(Refusal.of(DebriefFault.NO_TABLES, ""));
        } else if (records.size() > MAX_TABLES) {
            return Reply.refused(Refusal.of(DebriefFault.TOO_MANY_TABLES, "").naming(records.size(), MAX_TABLES));
        }
        Recorded first = records.get(0);
        List<ClassTable> tables = new ArrayList<>();
        Set<Integer> known = new HashSet<>();
        for (Recorded each : records) {
            MatchRecord match = each.replay().match();
            Optional<Notice.MatchOver> over = RecordTalk.end(each.replay(), rules);
            if (!match.rulesStamp().equals(first.replay().match().rulesStamp())
                    || !match.setup()
                            .conditions()
                            .equals(first.replay().match().setup().conditions())) {
                return Reply.refused(Refusal.of(DebriefFault.OTHER_RULES, "").naming(each.named(), first.named()));
            } else if (match.setup().seed() != first.replay().match().setup().seed()) {
                return Reply.refused(Refusal.of(DebriefFault.OTHER_SEED, "").naming(each.named(), first.named()));
            } else if (each.replay().verification() instanceof Verification.Differs) {
                return Reply.refused(Refusal.of(DebriefFault.TABLE_DIFFERS, "").naming(each.named()));
            } else if (over.isEmpty()) {
                return Reply.refused(Refusal.of(DebriefFault.TABLE_NOT_OVER, "").naming(each.named()));
            } else if (!known.add(each.number())) {
                return Reply.refused(Refusal.of(DebriefFault.TABLE_TWICE, "").naming(each.number()));
            }
            tables.add(ClassTable.of(each.number(), each.label(), each.replay(), over.get(), rules, par));
        }
        tables.sort(Comparator.comparingInt(ClassTable::number));
        return Reply.done(new ClassTables(rules, tables));
    }

    /** Whether it was found what the hands are worth. */
    public boolean havePar() {
        return tables.get(0).pars() != null;
    }

    /** Whether each table had private draws of its own. */
    public boolean haveOwnHands() {
        return tables.get(0).replay().match().setup().tableSeed() != null;
    }

    /**
     * Returns the tables whose distances to par are compared: persons headed both sides. If there is no such table, as where all play against
     * bots, all are compared with each other.
     */
    public List<ClassTable> counted() {
        return orAll(tables.stream().filter(ClassTable::isPlayed).toList());
    }

    /** Returns the tables whose distances to par on a side are compared: a person headed it. If that is so nowhere, all are compared with each other. */
    public List<ClassTable> counted(Side side) {
        return orAll(tables.stream().filter(table -> table.isPlayed(side)).toList());
    }

    private List<ClassTable> orAll(List<ClassTable> counted) {
        return counted.isEmpty() ? tables : counted;
    }

    /** Returns the tables that are told by the joint distance to par, the highest first, equal ones by number; at the end those that are not compared. */
    public List<ClassTable> ranked() {
        return shown().stream()
                .sorted(Comparator.comparing((ClassTable table) -> !counted().contains(table))
                        .thenComparingLong(table -> -table.jointToParTenths())
                        .thenComparingInt(ClassTable::number))
                .toList();
    }

    /** Returns the seed that all tables had. */
    public long seed() {
        return tables.get(0).replay().match().setup().seed();
    }

    /** Returns the most rounds that a table played. */
    public int rounds() {
        return tables.stream().mapToInt(table -> table.rounds().size()).max().orElse(0);
    }

    /** Returns the mean of a side's scores over the tables that are compared, tenths. */
    public long meanTenths(Side side) {
        return mean(counted(side), table -> table.tenths(side));
    }

    /** The mean of a side's distances to par over the tables that are compared, tenths. */
    public long meanToParTenths(Side side) {
        return mean(counted(side), table -> table.toParTenths(side));
    }

    /** Returns the mean of the joint scores that are compared, tenths. */
    public long meanJointTenths() {
        return mean(counted(), ClassTable::jointTenths);
    }

    /** Returns the mean of a figure over tables, half up. */
    static long mean(List<ClassTable> of, ToLongFunction<ClassTable> figure) {
        return Math.floorDiv(2 * of.stream().mapToLong(figure).sum() + of.size(), 2L * of.size());
    }

    /** Returns what the scores of the tables that are told together differ by from holding the truce. */
    public BySide<Costs> costs() {
        return BySide.each(side -> {
            Costs sum = Costs.NONE;
            for (ClassTable table : shown()) {
                sum = sum.plus(table.costs().of(side));
            }
            return sum;
        });
    }

    /** Returns the place of a table among those that are compared by joint distance to par, best 1, or 0 if it is none of them; equal ones share a place. */
    public int place(ClassTable table) {
        if (!counted().contains(table)) {
            return 0;
        }
        return 1
                + (int) counted().stream()
                        .filter(other -> other.jointToParTenths() > table.jointToParTenths())
                        .count();
    }

    /** Returns the place of a table's side among those that are compared, best 1, or 0 if it is none of them; equal distances to par share a place. */
    public int place(ClassTable table, Side side) {
        if (!counted(side).contains(table)) {
            return 0;
        }
        return 1
                + (int) counted(side).stream()
                        .filter(other -> other.toParTenths(side) > table.toParTenths(side))
                        .count();
    }

    /** Why records are not those of one class. Names never change. */
    public enum DebriefFault implements Refusal.Code {
        /** There is no record. */
        NO_TABLES,
        /** There are more records than a class may have tables. */
        TOO_MANY_TABLES,
        /** The rules make something else of a record. */
        TABLE_DIFFERS,
        /** A record was taken while its match went on. */
        TABLE_NOT_OVER,
        /** A table was played by other rules, in another scenario or under other conditions. */
        OTHER_RULES,
        /** A table had other chance. */
        OTHER_SEED,
        /** No record is of the table that is to be told. */
        NO_SUCH_TABLE,
        /** Two records are of one table. */
        TABLE_TWICE
    }
}

package dev.truce.app.host.classes;

import dev.truce.app.classroom.ClassSetup.TableSeat;
import dev.truce.app.classroom.ClassState;
import dev.truce.app.classroom.Template;
import dev.truce.match.deed.ClassAct;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClassNews.TableChanged;
import dev.truce.protocol.message.ClassNews.TablePhase;
import dev.truce.store.StoredMember;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the tables of a class have told of themselves, with who sits there. Confined to the tasks of its class. */
final class ClassStatus {
    private final ClassState state;
    private final Map<Integer, TableChanged> tables = new TreeMap<>();
    /** Tables that have told something since the class last did something by itself. */
    private final Set<Integer> fresh = new HashSet<>();

    ClassStatus(ClassState state) {
        this.state = state;
    }

    /** Takes what a table tells, and returns it with its members. */
    TableChanged hear(TableChanged told) {
        tables.put(told.table(), told);
        fresh.add(told.table());
        return withMembers(told);
    }

    private TableChanged withMembers(TableChanged told) {
        List<ClassNews.TableSeat> seats = told.seats().stream()
                .map(seat -> seat.withMember(state.memberOf(new TableSeat(told.table(), seat.seat()))))
                .toList();
        return told.withSeats(seats);
    }

    /** Returns all tables with their members. */
    List<TableChanged> all() {
        return tables.values().stream().map(this::withMembers).toList();
    }

    /** Returns the members who are connected at their seats. */
    Set<Integer> here() {
        Set<Integer> here = new TreeSet<>();
        for (TableChanged table : all()) {
            table.seats().stream()
                    .filter(seat -> seat.here() && seat.member() > 0)
                    .forEach(seat -> here.add(seat.member()));
        }
        return here;
    }

    /** Returns whether every match is over: before that, nothing that is secret in one of them may be told. */
    boolean isOver() {
        return over().size() == state.setup().tables().size();
    }

    /** Returns the tables whose matches are over. */
    Set<Integer> over() {
        return tables.values().stream()
                .filter(table -> table.phase() == TablePhase.OVER)
                .map(TableChanged::table)
                .collect(Collectors.toSet());
    }

    /** Returns whether an act takes time away of which no more is left at one of its tables: the time that was given has worked. */
    boolean isUsed(ClassAct act, long nowUnixMillis) {
        return act instanceof ClassAct.AtTables at
                && at.act() instanceof HostAct.Extend less
                && less.millis() < 0
                && state.tables(at.tables()).stream()
                        .map(table -> tables.get(table.number()))
                        .anyMatch(table -> table == null || left(table, nowUnixMillis) <= -less.millis());
    }

    private static long left(TableChanged table, long now) {
        return table.paused() ? table.leftMillis() : table.deadlineUnixMillis() - now;
    }

    /** The class does something by itself: it waits for a word of every table before it does so again. */
    void acts() {
        fresh.clear();
    }

    /** Returns what the class does by itself now: it reveals what all tables have shut, and opens the next round, as its template says. */
    Optional<ClassAct.AtTables> next() {
        Template template = state.setup().template();
        List<TableChanged> playing = tables.values().stream()
                .filter(table -> table.phase() != TablePhase.OVER && table.phase() != TablePhase.FAULT)
                .toList();
        if (playing.isEmpty() || tables.size() < state.setup().tables().size()) {
            return Optional.empty();
        }
        TableChanged first = playing.get(0);
        boolean together = playing.stream()
                .allMatch(table -> table.phase() == first.phase()
                        && table.round() == first.round()
                        && !table.paused()
                        && fresh.contains(table.table()));
        HostAct act = null;
        if (together && first.phase() == TablePhase.SHUT && template.reveals()) {
            act = new HostAct.Reveal(first.round());
        } else if (together && first.phase() == TablePhase.BETWEEN && template.opens()) {
            act = new HostAct.OpenRound(first.round(), HostAct.OpenRound.USUAL);
        }
        if (act == null) {
            return Optional.empty();
        }
        return Optional.of(
                new ClassAct.AtTables(playing.stream().map(TableChanged::table).toList(), act));
    }

    List<ClassNews.Member> members(Collection<StoredMember> list, Set<Integer> here) {
        List<ClassNews.Member> members = new ArrayList<>();
        for (StoredMember member : list) {
            TableSeat seat = state.seatOf(member.member()).orElse(null);
            members.add(new ClassNews.Member(
                    member.member(),
                    member.name(),
                    member.student(),
                    seat == null ? 0 : seat.table(),
                    seat == null ? null : seat.seat(),
                    seat == null ? "" : state.pseudonym(seat),
                    here.contains(member.member()),
                    !state.isMember(member.member())));
        }
        return members;
    }
}

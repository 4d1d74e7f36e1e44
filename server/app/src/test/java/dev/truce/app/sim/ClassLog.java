package dev.truce.app.sim;

import dev.truce.app.classroom.ClassEvent;
import dev.truce.app.classroom.ClassSetup;
import dev.truce.app.classroom.ClassSetup.TableSeat;
import dev.truce.app.encoding.ClassEncoding;
import dev.truce.match.Input;
import dev.truce.match.Seat;
import dev.truce.match.deed.ClassAct;
import dev.truce.match.deed.HostAct;
import dev.truce.match.notation.ClassActNotation;
import dev.truce.protocol.message.ClassNews;
import dev.truce.store.Entry;
import dev.truce.store.StoredClass;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A model of one class that knows its journal, in order, and nothing of the server: who sits where, what its tables may do, and what can
 * stand there after what.
 */
final class ClassLog {
    /** Acts that one event can have for a table, by which a table numbers what the class wants of it. */
    private static final int ACTS_A_TABLE = 32;

    /** Lines of the log that a desk is told. */
    private static final int TOLD = 500;

    private final String id;
    private final Agenda agenda;
    private final ClassSetup setup;
    private final TreeMap<Long, ClassEvent> events = new TreeMap<>();
    private final Map<String, Long> keys = new HashMap<>();
    private final Set<Long> finished = new HashSet<>();
    private final Set<Integer> desks = new HashSet<>();
    private final Map<TableSeat, Integer> memberOf = new HashMap<>();
    private final TreeMap<Integer, TableSeat> seatOf = new TreeMap<>();
    private final Set<Integer> entered = new HashSet<>();
    private final Set<Integer> out = new HashSet<>();
    private final Set<Integer> begun = new HashSet<>();
    /** When what opened the seat of a member was taken from him last. */
    private final Map<Integer, Long> revoked = new HashMap<>();

    /** Who has had which seat at any time. */
    private final Set<Sat> everSat = new HashSet<>();

    private boolean closed;
    private long last = 1;

    private record Sat(int member, TableSeat at) {}

    /** A class that was opened: that is the first entry of its journal. */
    ClassLog(StoredClass opened, Agenda agenda) {
        this.id = opened.classId();
        this.agenda = agenda;
        this.setup = ClassEncoding.setup(opened.setup());
        for (ClassSetup.TableSetup table : setup.tables()) {
            for (ClassSetup.SeatSetup seat : table.seats()) {
                if (seat.member() > 0) {
                    sit(seat.member(), new TableSeat(table.number(), seat.seat()));
                }
            }
        }
    }

    ClassSetup setup() {
        return setup;
    }

    void add(long seq, Entry entry) {
        last = seq;
        if (entry instanceof Entry.ClassClosed) {
            closed = true;
        } else if (entry instanceof Entry.ClassActed acted) {
            ClassEvent event = ClassEncoding.event(acted.payload());
            if (closed && !(event instanceof ClassEvent.Finished || event instanceof ClassEvent.DeskOpened)) {
                agenda.breach(35, "something is done in class " + id + " after its end: " + event);
            }
            events.put(seq, event);
            take(seq, event);
        }
    }

    private void take(long seq, ClassEvent event) {
        if (event instanceof ClassEvent.Acted acted) {
            if (!acted.key().isEmpty() && keys.put(acted.key(), seq) != null) {
                agenda.breach(2, "an act of a desk counts twice: " + acted.act());
            }
            acts(seq, acted.act());
        } else if (event instanceof ClassEvent.Entered in) {
            enters(in);
        } else if (event instanceof ClassEvent.DeskOpened opened) {
            desks.add(opened.desk());
        } else if (event instanceof ClassEvent.Finished done && !finished.add(done.act())) {
            agenda.breach(2, "event " + done.act() + " of class " + id + " is brought to its end twice");
        }
        for (ClassEvent.Wish wish : event.wanted()) {
            if (wish instanceof ClassEvent.Hosts hosts && hosts.act() instanceof HostAct.Start) {
                begun.add(hosts.table());
            }
        }
    }

    private void acts(long seq, ClassAct act) {
        if (act instanceof ClassAct.Move move) {
            leave(move.member());
            sit(move.member(), new TableSeat(move.table(), new Seat(move.side(), move.seat())));
        } else if (act instanceof ClassAct.Swap swap) {
            TableSeat first = seatOf.get(swap.member());
            TableSeat second = seatOf.get(swap.other());
            leave(swap.member());
            leave(swap.other());
            if (second != null) {
                sit(swap.member(), second);
            }
            if (first != null) {
                sit(swap.other(), first);
            }
        } else if (act instanceof ClassAct.Add add && add.table() > 0) {
            sit(add.member(), new TableSeat(add.table(), new Seat(add.side(), add.seat())));
        } else if (act instanceof ClassAct.Remove remove) {
            leave(remove.member());
            out.add(remove.member());
        } else if (act instanceof ClassAct.Erase erase) {
            out.add(erase.member());
        } else if (act instanceof ClassAct.NewKey key) {
            revoked.put(key.member(), seq);
        } else if (act instanceof ClassAct.Admit admit) {
            events.values().stream()
                    .filter(ClassEvent.Held.class::isInstance)
                    .map(ClassEvent.Held.class::cast)
                    .filter(held -> held.device() == admit.device())
                    .forEach(held -> revoked.put(held.member(), seq));
        }
    }

    private void enters(ClassEvent.Entered in) {
        TableSeat before = seatOf.get(in.member());
        TableSeat now = in.seat() == null ? null : new TableSeat(in.table(), in.seat());
        if (before != null && !before.equals(now)) {
            agenda.breach(32, "member " + in.member() + " comes in, had " + before + " and has " + now);
        }
        if (out.contains(in.member())) {
            agenda.breach(33, "member " + in.member() + " comes in, whom a desk has taken out");
        }
        entered.add(in.member());
        if (now != null && before == null) {
            sit(in.member(), now);
        }
    }

    private void sit(int member, TableSeat at) {
        everSat.add(new Sat(member, at));
        Integer other = memberOf.put(at, member);
        if (other != null && other != member) {
            agenda.breach(32, "member " + member + " sits down at " + at + ", which member " + other + " has");
        }
        TableSeat before = seatOf.put(member, at);
        if (before != null && !before.equals(at)) {
            agenda.breach(32, "member " + member + " has two seats: " + before + " and " + at);
        }
    }

    private void leave(int member) {
        TableSeat before = seatOf.remove(member);
        if (before != null) {
            memberOf.remove(before);
        }
    }

    /** Looks at what a table has done because it was wanted from outside of its seats: the class has written that down before. */
    void did(int table, Input.Hosts hosts) {
        boolean byItself = hosts.number() == 0
                && !(hosts.act() instanceof HostAct.Start
                        || hosts.act() instanceof HostAct.OpenRound
                        || hosts.act() instanceof HostAct.Reveal
                        || hosts.act() instanceof HostAct.Abandon);
        ClassEvent event = events.get(hosts.number() / ACTS_A_TABLE);
        int index = (int) (hosts.number() % ACTS_A_TABLE);
        List<ClassEvent.Wish> wanted = event == null
                ? List.of()
                : event.wanted().stream().filter(wish -> wish.table() == table).toList();
        boolean isWanted = index < wanted.size() && wanted.get(index).equals(new ClassEvent.Hosts(table, hosts.act()));
        if (!byItself && !isWanted) {
            agenda.breach(34, "table " + table + " does what its class has not written down: " + hosts);
        }
    }

    /** A desk is told that its act is done. */
    void acknowledged(String key, ClassAct act, long number) {
        boolean holds = events.get(number) instanceof ClassEvent.Acted acted
                && acted.key().equals(key)
                && (act instanceof ClassAct.Undo || act instanceof ClassAct.Add
                        ? acted.undoes() > 0 || acted.act() instanceof ClassAct.Add
                        : ClassActNotation.of(acted.act()).equals(ClassActNotation.of(act)));
        if (!holds) {
            agenda.breach(31, "an act of a desk is acknowledged and not in the journal: " + act);
        }
    }

    /** News of the class go out to a desk, a board or a student. */
    void told(ClassNews news) {
        if (news instanceof ClassNews.Changed changed) {
            if (changed.act() > last || (changed.closed() && !closed)) {
                agenda.breach(36, "news of class " + id + " are not on disk: " + changed + " after " + last);
            }
        } else if (news instanceof ClassNews.TableChanged table) {
            told(table);
        } else if (news instanceof ClassNews.ListRead list) {
            list.log().stream()
                    .filter(line -> line.act() > last)
                    .forEach(line -> agenda.breach(36, "the log is told with what is not on disk: " + line));
        } else if (news instanceof ClassNews.DeskEntered desk && !desks.contains(desk.desk())) {
            agenda.breach(36, "desk " + desk.desk() + " is open and not on disk");
        } else if (news instanceof ClassNews.Done done && done.act() > last) {
            agenda.breach(31, "act " + done.act() + " is done and not on disk");
        }
    }

    private void told(ClassNews.TableChanged table) {
        for (ClassNews.TableSeat seat : table.seats()) {
            Sat sits = new Sat(seat.member(), new TableSeat(table.table(), seat.seat()));
            if (seat.member() > 0 && !everSat.contains(sits)) {
                agenda.breach(
                        36,
                        "a student hears that somebody sits in class " + id + " where the disk has nobody: " + sits);
            }
        }
    }

    /**
     * A desk was told the list and the log.
     *
     * @param known number of the last entry when it asked
     */
    void read(ClassNews.ListRead list, long known) {
        Map<Long, String> told = new TreeMap<>();
        list.log().forEach(line -> told.put(line.act(), line.text()));
        told.forEach((number, text) -> {
            if (number <= known
                    && !(events.get(number) instanceof ClassEvent.Acted acted
                            && acted.text().equals(text))) {
                agenda.breach(31, "the log of a class has what its journal has not: " + number + " " + text);
            }
        });
        if (told.size() < TOLD) {
            events.headMap(known, true).forEach((number, event) -> {
                if (event instanceof ClassEvent.Acted acted && !told.containsKey(number)) {
                    agenda.breach(31, "the log of a class leaves out act " + number + ": " + acted.text());
                }
            });
        }
    }

    /** Looks whether a list that was told when nothing happened any more has everybody where the journal has him. */
    void seats(ClassNews.ListRead list) {
        for (ClassNews.Member member : list.members()) {
            TableSeat at = member.seat() == null ? null : new TableSeat(member.table(), member.seat());
            if (!Optional.ofNullable(seatOf.get(member.member())).equals(Optional.ofNullable(at))) {
                agenda.breach(
                        32,
                        "the list has member " + member.member() + " at " + at + ", the journal at "
                                + seatOf.get(member.member()));
            }
        }
    }

    /** Returns the member who was added by an act. */
    Optional<Integer> added(long act) {
        return events.get(act) instanceof ClassEvent.Acted acted && acted.act() instanceof ClassAct.Add add
                ? Optional.of(add.member())
                : Optional.empty();
    }

    Optional<TableSeat> seatOf(int member) {
        return Optional.ofNullable(seatOf.get(member));
    }

    /** Returns whether a member was taken out of the class, or erased. */
    boolean isOut(int member) {
        return out.contains(member);
    }

    boolean hasEntered(int member) {
        return entered.contains(member);
    }

    boolean hasBegun(int table) {
        return begun.contains(table);
    }

    /** Returns whether somebody has called with these words; whose call it is, the seat decides. */
    boolean hasCalled(String text) {
        return events.values().stream()
                .anyMatch(event -> event instanceof ClassEvent.Called called
                        && called.text().equals(text));
    }

    /** Returns the number of the event by which what opened a seat was taken from its member last, or 0. */
    long revokedAt(int member) {
        return revoked.getOrDefault(member, 0L);
    }

    boolean isClosed() {
        return closed;
    }

    /** Returns the number of the last entry. */
    long last() {
        return last;
    }
}

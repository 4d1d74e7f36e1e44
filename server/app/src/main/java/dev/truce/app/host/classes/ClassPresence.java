package dev.truce.app.host.classes;

import dev.truce.app.classroom.ClassState;
import dev.truce.app.classroom.entry.Devices;
import dev.truce.app.host.service.ClassListener;
import dev.truce.app.quota.FairShare;
import dev.truce.app.quota.Owner;
import dev.truce.app.quota.Use;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ClosingCause;
import dev.truce.protocol.message.RoomFact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who is connected to a class beside the seats of its tables: desks, students who wait for a seat and those who watch all tables; and what
 * they are told. Confined to
 * the tasks of its class, but for what the list of all classes says.
 */
final class ClassPresence {
    /** Desks at a time; the oldest makes room for a new one. */
    private static final int MAX_DESKS = 16;

    /** Those who watch all tables at a time: some projectors, and many who look from home. */
    static final int MAX_WATCHERS = 50;

    private final String id;
    private final ClassState state;
    private final ClassStatus status;
    private final ClassListener listener;
    private final Supplier<Set<RoomFact>> facts;
    private final Consumer<Runnable> onceSaved;
    private final Map<ClassConnection, Integer> desks = new LinkedHashMap<>();
    private final Map<ClassConnection, Integer> waiting = new LinkedHashMap<>();
    /** Devices that wait until a desk admits them. */
    private final Map<ClassConnection, Devices.Waiting> held = new LinkedHashMap<>();
    /** What those who watch were told last of each table. */
    private final Map<Integer, ClassNews> toldOfTables = new HashMap<>();

    private final Set<ClassConnection> watchers = new LinkedHashSet<>();
    /** Whose those are who watch. */
    private final FairShare<ClassConnection, Use> boards =
            new FairShare<>(EnumSet.noneOf(Use.class), Use.DESERTED, Use.USED);

    private volatile ClassNews.@Nullable Changed told;
    /** What is told next of the class as a whole, or was told last. */
    private ClassNews.@Nullable Changed next;

    private volatile boolean hasDesks;
    private boolean retired;

    /**
     * @param facts what is so for a while
     * @param onceSaved runs something once all is on disk that the class has written before: what is told would else not be so after a crash
     */
    ClassPresence(
            String id,
            ClassState state,
            ClassStatus status,
            ClassListener listener,
            Supplier<Set<RoomFact>> facts,
            Consumer<Runnable> onceSaved) {
        this.id = id;
        this.state = state;
        this.status = status;
        this.listener = listener;
        this.facts = facts;
        this.onceSaved = onceSaved;
    }

    /** What the journal and the meters call the class. */
    String id() {
        return id;
    }

    /** Returns the members who are connected. */
    Set<Integer> here() {
        Set<Integer> all = new TreeSet<>(status.here());
        all.addAll(waiting.values());
        return all;
    }

    /** What was told last of the class as a whole, or null; safe from any thread. */
    ClassNews.@Nullable Changed told() {
        return told;
    }

    /** Returns whether a desk is there. Safe from any thread. */
    boolean hasDesks() {
        return hasDesks;
    }

    /** Returns whether the class is one of those that are measured: what is measured later would never be taken away. */
    private boolean isMeasured() {
        return !state.isClosed() && !retired;
    }

    /** Tells where a table stands: all of it to desks, to who watches what is for all. */
    void tell(ClassNews.TableChanged table) {
        onceSaved.accept(() -> tellNow(table));
    }

    private void tellNow(ClassNews.TableChanged table) {
        if (isMeasured()) {
            listener.changed(id, table);
        }
        desks.keySet().forEach(desk -> desk.tell(table));
        ClassNews publicly = table.forAll();
        if (!publicly.equals(toldOfTables.put(table.table(), publicly))) {
            watchers.forEach(watcher -> watcher.tell(publicly));
        }
    }

    /** Tells all desks how the class stands, if that is new. */
    void tellChange() {
        ClassNews.Changed now = new ClassNews.Changed(
                state.doorsOpen(),
                state.hasBegun(),
                state.isClosed(),
                state.students(),
                here().size(),
                waiting.values().stream().sorted().toList(),
                state.acts().last(),
                state.calls().all(),
                state.acts().announced(),
                heldDevices(),
                facts.get());
        if (!now.equals(next)) {
            next = now;
            onceSaved.accept(() -> tellNow(now));
        }
    }

    private void tellNow(ClassNews.Changed now) {
        ClassNews.Changed before = told;
        told = now;
        if (isMeasured()) {
            listener.calls(id, now.calls());
        }
        desks.keySet().forEach(desk -> desk.tell(now));
        if (before == null || !now.forAll().equals(before.forAll())) {
            watchers.forEach(watcher -> watcher.tell(now.forAll()));
        }
    }

    private List<ClassNews.HeldDevice> heldDevices() {
        return held.values().stream()
                .filter(each -> state.devices().find(each.device()).isPresent())
                .sorted(Comparator.comparingInt(Devices.Waiting::device))
                .map(each -> new ClassNews.HeldDevice(each.device(), each.member(), each.unixMillis()))
                .toList();
    }

    /** A device waits until a desk admits it. */
    void hold(ClassConnection connection, Devices.Waiting device) {
        held.put(connection, device);
    }

    /**
     * Returns which of the devices that wait makes room for another, as {@link FairShare} says. Of one that is not connected nobody knows whose it
     * is.
     *
     * @param waiting all that wait, the oldest first
     */
    Optional<Integer> makesRoom(List<Devices.Waiting> waiting, Owner newcomer) {
        Map<Integer, Owner> here = new HashMap<>();
        held.forEach((connection, device) -> here.put(device.device(), connection.owner()));
        FairShare<Integer, Use> share = new FairShare<>(EnumSet.of(Use.DESERTED), Use.USED, Use.USED);
        for (Devices.Waiting device : waiting) {
            Owner owner = here.get(device.device());
            share.put(device.device(), owner == null ? Owner.UNKNOWN : owner, owner == null ? Use.DESERTED : Use.USED);
        }
        return share.givesWay(newcomer);
    }

    /** Returns whether a connection waits as another device. */
    boolean holdsAnother(ClassConnection connection, String device) {
        Devices.Waiting before = held.get(connection);
        return before != null && !before.hash().equals(device);
    }

    /** Tells who waits that there is a seat for him, or that there is none. */
    void tellSeats() {
        Map<ClassConnection, ClassNews> words = new LinkedHashMap<>();
        for (Map.Entry<ClassConnection, Devices.Waiting> each : List.copyOf(held.entrySet())) {
            Devices.Waiting device = each.getValue();
            if (state.devices().find(device.device()).isEmpty()) {
                held.remove(each.getKey());
                words.put(each.getKey(), entered(state.devices().opens(device.member(), device.hash()), 0));
            }
        }
        waiting.forEach((connection, member) -> {
            if (state.seatOf(member).isPresent()) {
                words.put(connection, entered(true, 0));
            }
        });
        if (!words.isEmpty()) {
            onceSaved.accept(() -> words.forEach(ClassConnection::tell));
        }
    }

    /**
     * Returns what a student is told who comes in.
     *
     * @param device number of his device if it waits for a desk, else 0
     */
    ClassNews.Entered entered(boolean seated, int device) {
        return new ClassNews.Entered(id, state.setup().template().title(), seated, device);
    }

    /** A desk is there. */
    void attach(ClassConnection desk, int number) {
        desks.put(desk, number);
        hasDesks = true;
        if (desks.size() > MAX_DESKS) {
            ClassConnection oldest = desks.keySet().iterator().next();
            desks.remove(oldest);
            oldest.takenOver();
        }
    }

    /** Tells a desk that has just come how everything stands. */
    void tellAll(ClassConnection desk) {
        ClassNews.Changed last = told;
        if (last == null) {
            tellChange();
        } else {
            desk.tell(last);
        }
        List<ClassNews.TableChanged> all = status.all();
        onceSaved.accept(() -> all.forEach(desk::tell));
    }

    /**
     * Somebody watches all tables. If too many do, another makes room, as {@link FairShare} says.
     *
     * @param known whether the desk key was given, so that it is a board of the class
     * @return whether there is room
     */
    boolean watch(ClassConnection watcher, boolean known) {
        if (watchers.contains(watcher)) {
            return true;
        }
        Owner owner = known ? Owner.ofClass(id) : watcher.owner();
        if (watchers.size() >= MAX_WATCHERS) {
            Optional<ClassConnection> goes = boards.givesWay(owner);
            if (goes.isEmpty()) {
                return false;
            }
            unwatch(goes.get());
            goes.get().close(ClosingCause.SERVER_FULL, "too many watch this class; come back later");
        }
        watchers.add(watcher);
        boards.put(watcher, owner, Use.USED);
        return true;
    }

    private void unwatch(ClassConnection watcher) {
        watchers.remove(watcher);
        boards.remove(watcher);
    }

    /** Tells somebody who has just come to watch what everybody may know. */
    void tellAllPublicly(ClassConnection watcher) {
        ClassNews.Changed last = told;
        if (last == null) {
            tellChange();
        } else {
            watcher.tell(last.forAll());
        }
        List<ClassNews.TableChanged> all = status.all();
        onceSaved.accept(() -> all.forEach(table -> watcher.tell(table.forAll())));
    }

    /** A student waits for a seat. */
    void await(ClassConnection connection, int member) {
        waiting.put(connection, member);
    }

    /** A student waits no longer. */
    boolean goOn(ClassConnection connection) {
        boolean held = this.held.remove(connection) != null;
        return waiting.remove(connection) != null || held;
    }

    /** A desk, a student who waits or somebody who watches is gone. */
    void left(ClassConnection connection) {
        desks.remove(connection);
        hasDesks = !desks.isEmpty();
        unwatch(connection);
        if (goOn(connection)) {
            tellChange();
        }
    }

    /** Sends all away; they may come back. */
    void retire() {
        retired = true;
        List<ClassConnection> all = new ArrayList<>(desks.keySet());
        all.addAll(waiting.keySet());
        all.addAll(held.keySet());
        all.addAll(watchers);
        all.forEach(connection -> connection.close(ClosingCause.SHUTTING_DOWN, "come back in a moment"));
    }
}

package dev.truce.app.classroom;

import dev.truce.match.deed.ClassAct;
import dev.truce.match.deed.HostAct;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What has been done in a class, by the numbers of the events: what a key stands for, what tables have answered, what is told as the log. */
public final class ActLog {
    /** The most acts of desks in a class, twenty times those of a long lesson: each stays in memory, and in the journal. */
    public static final int MAX = 4_096;

    /** How many lines of the log are told. */
    private static final int TOLD = 500;

    /** How many acts are remembered with what takes them back. */
    static final int UNDOABLE = 100;

    private final Map<String, Long> keys = new HashMap<>();
    private final TreeMap<Long, ClassEvent> acts = new TreeMap<>();
    private final Map<Long, List<ClassEvent.TableRefusal>> finished = new HashMap<>();
    /** What takes acts back, the newest of those that can be and were not. */
    private final TreeMap<Long, ClassAct> inverses = new TreeMap<>();

    private final Set<Long> undone = new HashSet<>();
    private int byDesks;
    private String announced = "";

    ActLog() {}

    /**
     * An act is done.
     *
     * @param inverse what takes it back, if something does
     */
    void add(long number, ClassEvent.Acted acted, Optional<ClassAct> inverse) {
        acts.put(number, acted);
        inverse.ifPresent(back -> inverses.put(number, back));
        if (inverses.size() > UNDOABLE) {
            inverses.pollFirstEntry();
        }
        if (acted.undoes() > 0) {
            inverses.remove(acted.undoes());
            undone.add(acted.undoes());
        }
        if (!acted.key().isEmpty()) {
            keys.put(acted.key(), number);
            byDesks++;
        }
    }

    /** Nothing takes an act back any more. */
    void stays(long act) {
        inverses.remove(act);
    }

    void add(long number, ClassEvent.Entered entered) {
        acts.put(number, entered);
    }

    /** What tables had to do is needed no longer; it is far larger than the act. */
    void finish(ClassEvent.Finished done) {
        finished.put(done.act(), done.refusals());
        ClassEvent finishedAct = acts.get(done.act());
        Set<Integer> asked = finishedAct == null
                ? new HashSet<>()
                : finishedAct.wanted().stream()
                        .map(ClassEvent.Wish::table)
                        .collect(Collectors.toCollection(HashSet::new));
        done.refusals().forEach(refusal -> asked.remove(refusal.table()));
        if (asked.isEmpty() && !done.refusals().isEmpty()) {
            // It was done nowhere, so there is nothing to take back.
            inverses.remove(done.act());
            undone.add(done.act());
        } else if (acted(done.act()).map(ClassEvent.Acted::act).orElse(null) instanceof ClassAct.AtTables at
                && at.tables().isEmpty()
                && at.act() instanceof HostAct.Announce said) {
            announced = said.text();
        }
        acts.computeIfPresent(done.act(), (number, event) -> event.withoutWishes());
    }

    /** Whether desks have done as much as a class may keep. */
    public boolean isFull() {
        return byDesks >= MAX;
    }

    /** What was announced last to all tables, of which one at least took it; an empty text if nothing was. */
    public String announced() {
        return announced;
    }

    /** Returns the act that was done under a key. */
    public Optional<Long> find(String key) {
        return Optional.ofNullable(keys.get(key));
    }

    /** Returns what was done under a number, if it is an act of a desk. */
    public Optional<ClassEvent.Acted> acted(long number) {
        return acts.get(number) instanceof ClassEvent.Acted acted ? Optional.of(acted) : Optional.empty();
    }

    /** Returns the tables that refused an act, or empty while some have not answered. */
    public Optional<List<ClassEvent.TableRefusal>> refusals(long act) {
        return Optional.ofNullable(finished.get(act));
    }

    /** Returns what takes an act back, if something does and nothing has. */
    Optional<ClassAct> inverse(long act) {
        return Optional.ofNullable(inverses.get(act));
    }

    /** Returns the last act of a desk that took none back and was not taken back, or 0. */
    public long lastOf(int desk) {
        for (Map.Entry<Long, ClassEvent> entry : acts.descendingMap().entrySet()) {
            if (entry.getValue() instanceof ClassEvent.Acted acted
                    && acted.desk() == desk
                    && acted.undoes() == 0
                    && !undone.contains(entry.getKey())) {
                return entry.getKey();
            }
        }
        return 0;
    }

    /** Returns what tables have to do and have not all answered, oldest first. */
    public Map<Long, ClassEvent> open() {
        Map<Long, ClassEvent> open = new TreeMap<>();
        acts.forEach((number, event) -> {
            if (!finished.containsKey(number) && !event.wanted().isEmpty()) {
                open.put(number, event);
            }
        });
        return open;
    }

    /** Returns the number of the last act, 0 if there is none. */
    public long last() {
        return acts.isEmpty() ? 0 : acts.lastKey();
    }

    /** Returns the newest acts of desks, oldest first, by their numbers. */
    public Map<Long, ClassEvent.Acted> newest() {
        List<Map.Entry<Long, ClassEvent>> newest = new ArrayList<>();
        for (Map.Entry<Long, ClassEvent> entry : acts.descendingMap().entrySet()) {
            if (entry.getValue() instanceof ClassEvent.Acted && newest.size() < TOLD) {
                newest.add(entry);
            }
        }
        Map<Long, ClassEvent.Acted> log = new TreeMap<>();
        newest.forEach(entry -> log.put(entry.getKey(), (ClassEvent.Acted) entry.getValue()));
        return log;
    }
}

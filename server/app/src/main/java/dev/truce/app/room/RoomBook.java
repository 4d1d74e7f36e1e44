package dev.truce.app.room;

import dev.truce.app.config.ServerLimits;
import dev.truce.store.StoredRoom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * The codes of all rooms that can be entered, and when each room dies. There are never more than its capacity: a new room closes
 * the one whose match has rested for the longest time, and there is none if no match rests. A match rests once it is over, or once a
 * fault keeps it from going on. Thread-safe.
 */
public final class RoomBook {
    private final int capacity;
    private final Map<String, Line> byCode = new HashMap<>();
    /** In the order in which they were entered. */
    private final Map<String, Line> byMatch = new LinkedHashMap<>();
    /** Those whose matches rest, the one that has rested for the longest time first. */
    private final TreeSet<Line> resting =
            new TreeSet<>(Comparator.comparingLong(Line::restsSince).thenComparing(line -> line.matchId));

    /** Classes by their codes; no room has such a code. */
    private final Map<String, String> classes = new HashMap<>();

    /** Classes that go on and that nobody can enter, since they cannot be read. */
    private final Set<String> broken = new HashSet<>();

    /**
     * A new room.
     *
     * @param code its code
     * @param closed matches of the rooms that were struck out to make way for it, mostly none or one
     */
    public record Opening(RoomCode code, List<String> closed) {
        public Opening {
            closed = List.copyOf(closed);
        }
    }

    private static final class Line {
        private final String code;
        private final String matchId;
        private final long createdUnixMillis;
        private boolean started;
        private long endedUnixMillis;
        private long faultedUnixMillis;

        boolean isOver() {
            return endedUnixMillis != 0;
        }

        boolean rests() {
            return isOver() || faultedUnixMillis != 0;
        }

        long restsSince() {
            return isOver() ? endedUnixMillis : faultedUnixMillis;
        }

        Line(String code, String matchId, long createdUnixMillis) {
            this.code = code;
            this.matchId = matchId;
            this.createdUnixMillis = createdUnixMillis;
        }
    }

    /**
     * Makes an empty book.
     *
     * @param capacity rooms that can be entered at a time, at least 1
     */
    public RoomBook(int capacity) {
        this.capacity = capacity;
    }

    /** Enters a stored room, if it still has a code and is not entered. */
    public synchronized void enter(StoredRoom room) {
        String code = room.code();
        if (code != null && !byMatch.containsKey(room.matchId())) {
            Line line = new Line(code, room.matchId(), room.createdUnixMillis());
            line.started = room.started();
            line.endedUnixMillis = room.endedUnixMillis();
            put(line);
        }
    }

    /**
     * Finds a free code for a new room, and strikes out rooms whose matches rest if it needs their place.
     *
     * @param draw draws codes
     * @return the room, or empty if there are too many rooms whose matches can go on
     */
    public synchronized Optional<Opening> enter(Supplier<RoomCode> draw, String matchId, long nowUnixMillis) {
        if (byMatch.size() - resting.size() >= capacity) {
            return Optional.empty();
        }
        List<String> closed = new ArrayList<>();
        while (byMatch.size() >= capacity) {
            String longest = resting.first().matchId;
            strike(longest);
            closed.add(longest);
        }
        RoomCode code = draw.get();
        // With 31^8 codes and a thousand rooms a second draw is as rare as it is harmless.
        while (byCode.containsKey(code.text()) || classes.containsKey(code.text())) {
            code = draw.get();
        }
        put(new Line(code.text(), matchId, nowUnixMillis));
        return Optional.of(new Opening(code, closed));
    }

    /** Finds a free code for a class. */
    public synchronized RoomCode enterClass(Supplier<RoomCode> draw, String classId) {
        RoomCode code = draw.get();
        while (byCode.containsKey(code.text()) || classes.containsKey(code.text())) {
            code = draw.get();
        }
        classes.put(code.text(), classId);
        return code;
    }

    /** Enters a stored class. */
    public synchronized void enterClass(String code, String classId) {
        classes.put(code, classId);
    }

    /** Enters a class that cannot be read: no code opens it, and it goes on. */
    public synchronized void enterBroken(String classId) {
        broken.add(classId);
    }

    /** Returns the class that a code opens. */
    public synchronized Optional<String> findClass(RoomCode code) {
        return Optional.ofNullable(classes.get(code.text()));
    }

    /** Returns whether a class goes on. */
    public synchronized boolean hasClass(String classId) {
        return classes.containsValue(classId) || broken.contains(classId);
    }

    /** Returns what others type to enter a room, for a table the code of its class, or an empty text. */
    public synchronized String codeOf(StoredRoom room) {
        String classId = room.classId();
        String code = room.code();
        if (classId == null) {
            return code == null ? "" : code;
        }
        return classes.entrySet().stream()
                .filter(entry -> entry.getValue().equals(classId))
                .findFirst()
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /** Strikes a class out; its code opens nothing any more. */
    public synchronized void strikeClass(String classId) {
        classes.values().removeIf(classId::equals);
    }

    private void put(Line line) {
        byCode.put(line.code, line);
        byMatch.put(line.matchId, line);
        if (line.rests()) {
            resting.add(line);
        }
    }

    /** Returns the match that a code opens. */
    public synchronized Optional<String> find(RoomCode code) {
        return Optional.ofNullable(byCode.get(code.text())).map(line -> line.matchId);
    }

    /** Notes that a room's match has begun. */
    public synchronized void started(String matchId) {
        Line line = byMatch.get(matchId);
        if (line != null) {
            line.started = true;
        }
    }

    /** Notes that a room's match has ended. */
    public synchronized void ended(String matchId, long nowUnixMillis) {
        Line line = byMatch.get(matchId);
        if (line != null) {
            resting.remove(line);
            line.endedUnixMillis = nowUnixMillis;
            resting.add(line);
        }
    }

    /** Notes that a fault keeps a room's match from going on. */
    public synchronized void faulted(String matchId, long nowUnixMillis) {
        Line line = byMatch.get(matchId);
        if (line != null && !line.rests()) {
            line.faultedUnixMillis = nowUnixMillis;
            resting.add(line);
        }
    }

    /** Strikes a room out; its code opens nothing any more. */
    public synchronized void strike(String matchId) {
        Line line = byMatch.remove(matchId);
        if (line != null) {
            byCode.remove(line.code);
            resting.remove(line);
        }
    }

    /** Returns the matches whose rooms have lived long enough. */
    public synchronized List<String> expired(long nowUnixMillis, ServerLimits limits) {
        List<String> expired = new ArrayList<>();
        for (Line line : byMatch.values()) {
            long age = nowUnixMillis - line.createdUnixMillis;
            boolean old = age > limits.roomLongest().toMillis();
            boolean unstarted = !line.started && age > limits.roomUnstarted().toMillis();
            boolean over = line.isOver()
                    && nowUnixMillis - line.endedUnixMillis
                            > limits.roomAfterEnd().toMillis();
            if (old || unstarted || over) {
                expired.add(line.matchId);
            }
        }
        return expired;
    }

    /** Returns the matches that have begun and can go on. */
    public synchronized List<String> unfinished() {
        List<String> unfinished = new ArrayList<>();
        for (Line line : byMatch.values()) {
            if (line.started && !line.rests()) {
                unfinished.add(line.matchId);
            }
        }
        return unfinished;
    }

    /** Returns how many rooms can be entered. */
    public synchronized int size() {
        return byCode.size();
    }
}

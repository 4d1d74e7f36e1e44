package dev.truce.app.room;

import dev.truce.app.config.ServerLimits;
import dev.truce.app.quota.FairShare;
import dev.truce.app.quota.Owner;
import dev.truce.app.quota.Use;
import dev.truce.store.StoredRoom;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The codes of all rooms that can be entered, and when each room dies. There are never more than its capacity: a new room closes
 * another, as {@link FairShare} says: of the owner who has most, first one whose match rests, then one in which nobody is. A match rests
 * once it is over, or once a
 * fault keeps it from going on. Thread-safe.
 */
public final class RoomBook {
    private final int capacity;
    private final Map<String, Line> byCode = new HashMap<>();
    /** In the order in which they were entered. */
    private final Map<String, Line> byMatch = new LinkedHashMap<>();

    private final FairShare<Line, Use> share = new FairShare<>(EnumSet.of(Use.SPENT), Use.DESERTED, Use.USED);

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
        private boolean used;
        private Owner owner;

        boolean isOver() {
            return endedUnixMillis != 0;
        }

        boolean rests() {
            return isOver() || faultedUnixMillis != 0;
        }

        Use use() {
            return rests() ? Use.SPENT : used ? Use.USED : Use.DESERTED;
        }

        Line(String code, String matchId, Owner owner, long createdUnixMillis) {
            this.owner = owner;
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
            Line line = new Line(code, room.matchId(), Owner.UNKNOWN, room.createdUnixMillis());
            line.started = room.started();
            line.endedUnixMillis = room.endedUnixMillis();
            put(line);
        }
    }

    /**
     * Finds a free code for a new room, and strikes out others if it needs their place.
     *
     * @param draw draws codes
     * @param owner whose the room is; he is there
     * @return the room, or empty if there are too many and none makes way for this owner
     */
    public synchronized Optional<Opening> enter(
            Supplier<RoomCode> draw, String matchId, Owner owner, long nowUnixMillis) {
        List<Line> goes = new ArrayList<>();
        while (share.size() >= capacity) {
            Optional<Line> next = share.givesWay(owner);
            if (next.isEmpty()) {
                goes.forEach(this::share);
                return Optional.empty();
            }
            share.remove(next.get());
            goes.add(next.get());
        }
        goes.forEach(line -> strike(line.matchId));
        RoomCode code = draw.get();
        // With 31^8 codes and a thousand rooms a second draw is as rare as it is harmless.
        while (byCode.containsKey(code.text()) || classes.containsKey(code.text())) {
            code = draw.get();
        }
        Line line = new Line(code.text(), matchId, owner, nowUnixMillis);
        line.used = true;
        put(line);
        return Optional.of(
                new Opening(code, goes.stream().map(gone -> gone.matchId).toList()));
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
        share(line);
    }

    private void share(Line line) {
        share.put(line, line.owner, line.use());
    }

    /** Notes whose a room is. */
    public synchronized void belongs(String matchId, Owner owner) {
        Line line = byMatch.get(matchId);
        if (line != null && !line.owner.equals(owner)) {
            line.owner = owner;
            share(line);
        }
    }

    /** Notes whether somebody is in a room. */
    public synchronized void used(String matchId, boolean used) {
        Line line = byMatch.get(matchId);
        if (line != null && line.used != used) {
            line.used = used;
            if (!line.rests()) {
                share(line);
            }
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
            line.endedUnixMillis = nowUnixMillis;
            share(line);
        }
    }

    /** Notes that a fault keeps a room's match from going on. */
    public synchronized void faulted(String matchId, long nowUnixMillis) {
        Line line = byMatch.get(matchId);
        if (line != null && !line.rests()) {
            line.faultedUnixMillis = nowUnixMillis;
            share(line);
        }
    }

    /** Strikes a room out; its code opens nothing any more. */
    public synchronized void strike(String matchId) {
        Line line = byMatch.remove(matchId);
        if (line != null) {
            byCode.remove(line.code);
            share.remove(line);
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

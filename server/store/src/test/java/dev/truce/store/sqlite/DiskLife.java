package dev.truce.store.sqlite;

import static dev.truce.store.StoredThings.bytes;
import static dev.truce.store.StoredThings.opened;

import dev.truce.match.Seat;
import dev.truce.store.Batch;
import dev.truce.store.Batch.Appended;
import dev.truce.store.Entry;
import dev.truce.store.StoredClass;
import dev.truce.store.StoredClock;
import dev.truce.store.StoredMember;
import dev.truce.store.StoredSeat;
import dev.truce.store.StoredToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A journal that is written at random, with what its disk had after each step. When an append has returned, SQLite has forced the log; so
 * the bytes of that moment are what a disk keeps that does as it is told.
 */
final class DiskLife {
    private static final String CLASS_ID = "c-1";
    private static final int MEMBERS = 12;
    private static final int ROOMY_BYTES = 20_000;
    private static final int PAGE = 4_096;

    /** SQLite copies a log of this many pages into the database by itself. */
    private static final int FULL_LOG_PAGES = 1_000;

    private static final int REMEMBERED = 5;

    private final Random random;
    private final Path folder;
    private final Map<String, Long> last = new HashMap<>();
    /** Where it is not, SQLite itself copies the log into the database, after a thousand pages. */
    private final boolean emptiesLog;

    private SqliteStore store;
    private int matches;

    /** What a step does to the files beside appending. */
    enum Kind {
        /** One group; sometimes SQLite copies the log into the database after it. */
        APPEND,
        /** The log is copied into the database and emptied, nothing else. */
        EMPTY_LOG,
        /** The server stops and starts. */
        RESTART
    }

    /**
     * A step, with the moments before and after it.
     *
     * @param older the files some steps earlier
     * @param before the files when the step began, and what the store held
     * @param after the same when it was done
     */
    record Step(Kind kind, DiskImage older, Moment before, Moment after) {}

    /**
     * The files at one moment, and what the store holds.
     */
    record Moment(DiskImage image, StoreView known) {}

    /** Looks at a step. */
    interface Visitor {
        /** Sees a step; the files are not touched before it returns. */
        void see(Step step) throws IOException;
    }

    private DiskLife(Path folder, long seed) {
        this.folder = folder;
        this.random = new Random(seed);
        this.emptiesLog = seed % 3 != 0;
        this.store = SqliteStore.open(folder);
    }

    /** Lives some steps in a folder. */
    static void live(Path folder, long seed, int steps, Visitor visitor) throws IOException {
        DiskLife life = new DiskLife(folder, seed);
        if (!life.emptiesLog) {
            life.fillLog();
        }
        Deque<Moment> moments = new ArrayDeque<>(List.of(life.moment()));
        try {
            for (int i = 0; i < steps; i++) {
                Moment before = moments.getLast();
                Kind kind = life.step();
                Moment after = life.moment();
                visitor.see(new Step(kind, moments.getFirst().image(), before, after));
                moments.add(after);
                if (moments.size() > REMEMBERED) {
                    moments.remove();
                }
            }
        } finally {
            life.store.close();
        }
    }

    /** Brings SQLite near to where it copies the log into the database. */
    private void fillLog() {
        int pages = FULL_LOG_PAGES - 100 - random.nextInt(200);
        Batch opening = batch();
        store.append(List.of(opening));
        last.put("m-1", 2L);
        store.append(List.of(new Batch("m-1", 1, List.of(new Entry.InputAccepted(new byte[pages * PAGE])))));
    }

    private Moment moment() throws IOException {
        return new Moment(DiskImage.of(folder), StoreView.of(store));
    }

    private Kind step() {
        int dice = random.nextInt(24);
        if (dice == 0) {
            store.close();
            store = SqliteStore.open(folder);
            return Kind.RESTART;
        }
        if (dice <= 2 && emptiesLog) {
            store.reopen();
            return Kind.EMPTY_LOG;
        }
        append();
        return Kind.APPEND;
    }

    private void append() {
        List<Batch> group = new ArrayList<>();
        int batches = 1 + random.nextInt(3);
        for (int i = 0; i < batches; i++) {
            group.add(batch());
        }
        Appended appended = store.append(group);
        if (!appended.equals(new Appended.Done(Set.of()))) {
            throw new AssertionError(appended);
        }
    }

    private Batch batch() {
        int dice = random.nextInt(10);
        if (matches == 0 || dice == 0) {
            String match = "m-" + ++matches;
            last.put(match, 1L);
            return opened(match, "ABCD%04d".formatted(matches));
        }
        if (dice == 1) {
            return ofClass();
        }
        String match = "m-" + (1 + random.nextInt(matches));
        long after = last.merge(match, 0L, Long::sum);
        List<Entry> entries = entries(match, after);
        last.put(match, after + entries.size());
        return new Batch(match, after, entries);
    }

    private List<Entry> entries(String match, long after) {
        String number = "%s %d %d".formatted(match, after, random.nextInt());
        return switch (random.nextInt(8)) {
            case 0 ->
                List.of(
                        new Entry.SeatTaken(new StoredSeat(Seat.US_HEAD, "Ann " + after, StoredSeat.Kind.PERSON, true)),
                        new Entry.TokenIssued(
                                new StoredToken("%064x".formatted(random.nextLong()), "seat.US.0", "cd", after),
                                List.of()));
            case 1 -> List.of(new Entry.ClockSet(StoredClock.held(1, 60_000 + random.nextInt(1_000))));
            case 2 -> List.of(new Entry.RoundClosed((int) after, bytes(number)));
            case 3 -> List.of(new Entry.InputAccepted(new byte[random.nextInt(ROOMY_BYTES)]));
            default -> List.of(new Entry.InputAccepted(bytes("input " + number)));
        };
    }

    /** The list comes with the class; later one of it gets another key or is forgotten. */
    private Batch ofClass() {
        long after = last.getOrDefault(CLASS_ID, 0L);
        if (after == 0) {
            last.put(CLASS_ID, 1L);
            List<StoredMember> list = new ArrayList<>();
            for (int i = 1; i <= MEMBERS; i++) {
                list.add(member(i));
            }
            return new Batch(
                    CLASS_ID,
                    0,
                    List.of(new Entry.ClassOpened(new StoredClass(CLASS_ID, "CLASSROO", bytes("setup"), 4))),
                    list);
        }
        last.put(CLASS_ID, after + 1);
        StoredMember member = member(1 + random.nextInt(MEMBERS));
        return new Batch(
                CLASS_ID,
                after,
                List.of(new Entry.ClassActed(bytes("act " + after))),
                List.of(random.nextBoolean() ? member : member.erased()));
    }

    private StoredMember member(int number) {
        return new StoredMember(
                number,
                "Annabelle Archer " + number,
                "s" + number,
                "",
                "",
                "A",
                "zh",
                "%064x".formatted(random.nextLong()));
    }
}

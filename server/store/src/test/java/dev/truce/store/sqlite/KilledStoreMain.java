package dev.truce.store.sqlite;

import static dev.truce.store.StoredThings.bytes;
import static dev.truce.store.StoredThings.opened;

import dev.truce.store.Batch;
import dev.truce.store.Batch.Appended;
import dev.truce.store.Entry;
import dev.truce.store.EventStore.NodeBeat;
import dev.truce.store.StoredClass;
import dev.truce.store.StoredMember;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Appends to a journal, says of each entry that it is saved, and dies at a point of its life. */
final class KilledStoreMain {
    private static final String MATCH = "m-1";
    private static final String CLASS_ID = "c-1";

    /** Where it dies. Within a step, it does so some microseconds after the step has begun. */
    enum Point {
        /** While the journal is opened, and recovered after the death before. */
        IN_OPEN,
        /** When it is open. */
        AFTER_OPEN,
        /** Before a group is written. */
        BEFORE_APPEND,
        /** While it is written, committed, forced, or the witness is written. */
        IN_APPEND,
        /** When it is durable, and nobody has been told. */
        AFTER_APPEND,
        /** When somebody has been told. */
        AFTER_ACK,
        /** While a group is written that empties the log. */
        IN_CHECKPOINT,
        /** When it is emptied. */
        AFTER_CHECKPOINT,
        /** While the files are closed and opened again, as after an error. */
        IN_REOPEN,
        /** When they are open again. */
        AFTER_REOPEN,
        /** While a sign of life is written. */
        IN_BEAT,
        /** While the journal is closed. */
        IN_CLOSE,
        /** It does not; the one who started it kills it at any moment. */
        NEVER
    }

    private final Point point;
    private final int step;
    private final long micros;

    private KilledStoreMain(Point point, int step, long micros) {
        this.point = point;
        this.step = step;
        this.micros = micros;
    }

    public static void main(String[] args) {
        new KilledStoreMain(Point.valueOf(args[1]), Integer.parseInt(args[2]), Long.parseLong(args[3]))
                .live(Path.of(args[0]));
    }

    private void live(Path folder) {
        within(Point.IN_OPEN, 0);
        SqliteStore store = SqliteStore.open(folder);
        at(Point.AFTER_OPEN, 0);
        if (store.last(MATCH) == 0) {
            saved(store.append(List.of(opened(MATCH, "ABCDEFGH"))));
        }
        if (store.last(CLASS_ID) == 0) {
            saved(store.append(List.of(new Batch(
                    CLASS_ID,
                    0,
                    List.of(new Entry.ClassOpened(new StoredClass(CLASS_ID, "ABCDEFGJ", bytes("setup"), 4))),
                    List.of(member("Ann"))))));
        }
        System.out.println("UP");
        for (int i = 1; point == Point.NEVER || i <= step; i++) {
            append(store, i);
            if (i % 3 == 0) {
                within(Point.IN_BEAT, i);
                store.beat(new NodeBeat("node", i, i));
                within(Point.IN_CHECKPOINT, i);
                saved(store.append(List.of(new Batch(CLASS_ID, store.last(CLASS_ID), List.of(), List.of(member(""))))));
                at(Point.AFTER_CHECKPOINT, i);
                within(Point.IN_REOPEN, i);
                store.reopen();
                at(Point.AFTER_REOPEN, i);
            }
        }
        within(Point.IN_CLOSE, step);
        store.close();
        // The timer of the death has not come yet.
        Runtime.getRuntime().halt(137);
    }

    private void append(SqliteStore store, int i) {
        long next = store.last(MATCH) + 1;
        at(Point.BEFORE_APPEND, i);
        within(Point.IN_APPEND, i);
        saved(store.append(List.of(new Batch(MATCH, next - 1, List.of(new Entry.InputAccepted(bytes("" + next)))))));
        at(Point.AFTER_APPEND, i);
        System.out.println(next);
        at(Point.AFTER_ACK, i);
    }

    private static StoredMember member(String name) {
        return new StoredMember(1, name, "", "", "", "", "", "");
    }

    private static void saved(Appended appended) {
        if (!appended.equals(new Appended.Done(Set.of()))) {
            throw new AssertionError(appended);
        }
    }

    private void at(Point here, int i) {
        if (point == here && i >= step) {
            Runtime.getRuntime().halt(137);
        }
    }

    private void within(Point here, int i) {
        if (point == here && i >= step) {
            Thread death = new Thread(() -> {
                LockSupport.parkNanos(micros * 1_000);
                Runtime.getRuntime().halt(137);
            });
            death.setDaemon(true);
            death.start();
        }
    }
}

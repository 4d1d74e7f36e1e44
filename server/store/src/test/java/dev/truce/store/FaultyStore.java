package dev.truce.store;

import dev.truce.store.Batch.Appended;
import dev.truce.store.EventStore.NodeBeat;
import dev.truce.store.EventStore.StoreFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A store around another one whose N-th append goes wrong in a chosen way. Keeps what became durable, in order.
 */
public final class FaultyStore implements EventStore {
    /** What happens to the N-th append. */
    public enum Fault {
        /** Nothing. */
        NONE,
        /** Nothing is written and the end is unknown: disk full, I/O error before the commit. */
        THROWS_BEFORE,
        /** It is written and the end is unknown all the same: an I/O error at the very end of the commit. */
        THROWS_AFTER,
        /** It says that all is well and loses the group: a disk that lies. */
        LOSES
    }

    private final EventStore inner;
    private volatile Fault fault;
    private volatile int at;
    private final List<Entry> durable = new ArrayList<>();
    private volatile boolean ill;
    private IntConsumer before = write -> {};
    private IntConsumer after = write -> {};
    private volatile int writes;
    private final List<String> read = new CopyOnWriteArrayList<>();
    private @Nullable CountDownLatch gate;
    private volatile @Nullable Predicate<Entry> target;
    private final Map<String, RuntimeException> unreadable = new ConcurrentHashMap<>();

    public FaultyStore(EventStore inner, Fault fault, int at) {
        this.inner = inner;
        this.fault = fault;
        this.at = at;
    }

    /** Lets others know before and after each append, which they may not survive. */
    public FaultyStore withWrites(IntConsumer beforeWrite, IntConsumer afterWrite) {
        before = beforeWrite;
        after = afterWrite;
        return this;
    }

    /** Lets the next append go wrong. */
    public void failNext(Fault next) {
        fault = next;
        at = writes + 1;
    }

    /** Lets the next append go wrong that has such an entry: nothing of it is written. */
    public void failNext(Predicate<Entry> doomed) {
        target = doomed;
    }

    /** Lets the next read of a match or a class go wrong. */
    public void failRead(String stream, RuntimeException how) {
        unreadable.put(stream, how);
    }

    private void require(String stream) {
        RuntimeException how = unreadable.remove(stream);
        if (how != null) {
            throw how;
        }
    }

    /** Lets every append wait until the latch is open. */
    public void holdUp(CountDownLatch latch) {
        gate = latch;
    }

    /** Chooses whether the store can be opened again. */
    public void stayClosed(boolean closed) {
        ill = closed;
    }

    @Override
    public StoreFacts facts() {
        return inner.facts();
    }

    @Override
    public Appended append(List<Batch> group) {
        CountDownLatch latch = gate;
        if (latch != null) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new StoreException("interrupted", e);
            }
        }
        writes++;
        before.accept(writes);
        Predicate<Entry> doomed = target;
        if (doomed != null
                && group.stream().flatMap(batch -> batch.entries().stream()).anyMatch(doomed)) {
            target = null;
            return new Appended.Unknown(new StoreException("no space left (planned)"));
        }
        boolean now = writes == at;
        if (now && fault == Fault.THROWS_BEFORE) {
            return new Appended.Unknown(new StoreException("no space left (planned)"));
        }
        if (now && fault == Fault.LOSES) {
            return new Appended.Done(Set.of());
        }
        Appended appended = inner.append(group);
        if (appended instanceof Appended.Done done) {
            synchronized (durable) {
                for (int i = 0; i < group.size(); i++) {
                    if (!done.fenced().contains(i)) {
                        durable.addAll(group.get(i).entries());
                    }
                }
            }
        }
        after.accept(writes);
        return now && fault == Fault.THROWS_AFTER
                ? new Appended.Unknown(new StoreException("input/output error (planned)"))
                : appended;
    }

    /** Returns what has become durable so far. */
    public List<Entry> durable() {
        synchronized (durable) {
            return List.copyOf(durable);
        }
    }

    /** Returns how many groups were appended or tried. */
    public int writes() {
        return writes;
    }

    /** Returns the streams that were read as matches, in order. */
    public List<String> read() {
        return List.copyOf(read);
    }

    @Override
    public void reopen() {
        if (ill) {
            throw new StoreException("still no space left (planned)");
        }
        inner.reopen();
    }

    @Override
    public void beat(NodeBeat beat) {
        inner.beat(beat);
    }

    @Override
    public Optional<NodeBeat> lastBeat(String incarnation) {
        return inner.lastBeat(incarnation);
    }

    @Override
    public List<StoredRoom> openRooms() {
        return inner.openRooms();
    }

    @Override
    public List<String> openStreams() {
        return inner.openStreams();
    }

    @Override
    public List<String> allStreams() {
        return inner.allStreams();
    }

    @Override
    public long last(String stream) {
        return inner.last(stream);
    }

    @Override
    public Optional<StoredMatch> match(String stream) {
        read.add(stream);
        require(stream);
        return inner.match(stream);
    }

    @Override
    public List<String> openClasses() {
        return inner.openClasses();
    }

    @Override
    public List<StoredClass> classesOpened(String code) {
        return inner.classesOpened(code);
    }

    @Override
    public List<StoredClass> newestClosed(int most) {
        return inner.newestClosed(most);
    }

    @Override
    public List<StoredClass> closedLast() {
        return inner.closedLast();
    }

    @Override
    public Optional<StoredClass> classOf(String stream) {
        require(stream);
        return inner.classOf(stream);
    }

    @Override
    public List<StoredMember> members(String classId) {
        return inner.members(classId);
    }

    @Override
    public Optional<BrokenStream> check(String stream) {
        return inner.check(stream);
    }

    @Override
    public Optional<String> matchOfToken(String tokenHash) {
        return inner.matchOfToken(tokenHash);
    }

    @Override
    public void close() {
        inner.close();
    }
}

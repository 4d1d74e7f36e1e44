package dev.truce.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A store around another one whose N-th write goes wrong in a chosen way. Keeps what became durable, in order.
 */
public final class FaultyStore implements MatchStore {
    /** What happens to the N-th write. */
    public enum Fault {
        /** Nothing. */
        NONE,
        /** It throws and nothing is written: disk full, I/O error before the commit. */
        THROWS_BEFORE,
        /** It is written and throws all the same: an I/O error at the very end of the commit. */
        THROWS_AFTER,
        /** It says that all is well and loses the group: a disk that lies. */
        LOSES
    }

    private final MatchStore inner;
    private final Fault fault;
    private final int at;
    private final List<Entry> durable = new ArrayList<>();
    private int writes;
    private @Nullable CountDownLatch gate;

    public FaultyStore(MatchStore inner, Fault fault, int at) {
        this.inner = inner;
        this.fault = fault;
        this.at = at;
    }

    /** Lets every write wait until the latch is open. */
    public void holdUp(CountDownLatch latch) {
        gate = latch;
    }

    @Override
    public void write(List<Entry> group) {
        CountDownLatch latch = gate;
        if (latch != null) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new StoreException("interrupted", e);
            }
        }
        boolean now = ++writes == at;
        if (now && fault == Fault.THROWS_BEFORE) {
            throw new StoreException("no space left (planned)");
        }
        if (!(now && fault == Fault.LOSES)) {
            inner.write(group);
            synchronized (durable) {
                durable.addAll(group);
            }
        }
        if (now && fault == Fault.THROWS_AFTER) {
            throw new StoreException("input/output error (planned)");
        }
    }

    /** Returns what has become durable so far. */
    public List<Entry> durable() {
        synchronized (durable) {
            return List.copyOf(durable);
        }
    }

    /** Returns how many groups were written or tried. */
    public int writes() {
        return writes;
    }

    @Override
    public List<StoredRoom> openRooms() {
        return inner.openRooms();
    }

    @Override
    public Optional<StoredMatch> match(String matchId) {
        return inner.match(matchId);
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

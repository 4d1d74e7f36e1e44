package dev.truce.app.net.budget;

import dev.truce.app.quota.Owner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes that the server keeps for all connections together: what they have not read yet, and frames that they have
 * begun and not finished. When there are more than it may keep, those have to go that hold the most for the longest time, all connections of their owner
 * together, until there is some room again. A client that reads is quit of its bytes within milliseconds, so it comes last. Thread-safe.
 */
public final class HeldBytes {
    /** A connection that may hold some. */
    interface Holder {
        /** Returns whose it is. */
        Owner owner();

        /** Returns how many bytes it holds now. */
        long held();

        /** Returns for how long it has held some without a break. */
        long nanos();

        /** Has to go. */
        void cut();
    }

    /** What one holds, and for how long: measured once, because it changes while others are compared. */
    private record Hold(Holder holder, long bytes, long nanos) {
        double weight() {
            return (double) bytes * nanos;
        }
    }

    private final long most;
    private final AtomicLong noted = new AtomicLong();
    private final Set<Holder> holders = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean looking = new AtomicBoolean();

    /**
     * Makes a budget.
     *
     * @param most bytes that all may hold together
     */
    public HeldBytes(long most) {
        this.most = most;
    }

    /** Returns how many bytes are held, as far as they were noted; what is written to the network in between is noted a little later. */
    public long held() {
        return noted.get();
    }

    /** Notes that a holder holds more or fewer bytes than before. */
    void note(Holder holder, long before, long now) {
        if (before == now) {
            return;
        }
        if (now == 0) {
            holders.remove(holder);
        } else if (before == 0) {
            holders.add(holder);
        }
        long all = noted.addAndGet(now - before);
        if (now > before && all > most && looking.compareAndSet(false, true)) {
            try {
                makeRoom();
            } finally {
                looking.set(false);
            }
        }
    }

    /** Looks at what is really held, and cuts until a quarter is free. */
    private void makeRoom() {
        List<Hold> holds = new ArrayList<>();
        long all = 0;
        for (Holder holder : holders) {
            Hold hold = new Hold(holder, holder.held(), holder.nanos());
            all += hold.bytes;
            holds.add(hold);
        }
        if (all <= most) {
            return;
        }
        Map<Owner, Double> weights = new HashMap<>();
        holds.forEach(hold -> weights.merge(hold.holder.owner(), hold.weight(), Double::sum));
        holds.sort(Comparator.<Hold>comparingDouble(hold -> weights.getOrDefault(hold.holder.owner(), 0.0))
                .thenComparingDouble(Hold::weight)
                .reversed());
        for (Hold hold : holds) {
            if (all <= most - most / 4) {
                return;
            }
            all -= hold.bytes;
            hold.holder.cut();
        }
    }
}

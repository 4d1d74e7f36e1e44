package dev.truce.app.quota;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What cannot be taken back once it was given: places in a queue, lines of a file, entries of a journal. An owner gets more as long as he has less
 * than is free, so one alone takes half, two take a third each, and however many there are, something is left for the next. A class takes
 * whatever is free. Thread-safe.
 */
public final class Allowance {
    private final int most;
    private final long periodMillis;
    private final LongSupplier millis;
    private final Map<Owner, Integer> taken = new HashMap<>();
    private long period = Long.MIN_VALUE;
    private int all;

    /**
     * An allowance that is given back with {@link #giveBack}.
     *
     * @param most that all may have together, at least 1
     */
    public Allowance(int most) {
        this(most, Duration.ZERO, () -> 0);
    }

    /**
     * An allowance that begins again with each period of time.
     *
     * @param most that all may take together in a period, at least 1
     * @param period its length, zero for one that never ends
     * @param millis tells the time
     */
    public Allowance(int most, Duration period, LongSupplier millis) {
        this.most = most;
        this.periodMillis = period.toMillis();
        this.millis = millis;
    }

    /** Takes one, unless the owner has as much as is free. */
    public synchronized boolean take(Owner owner) {
        long now = periodMillis == 0 ? 0 : Math.floorDiv(millis.getAsLong(), periodMillis);
        if (now != period) {
            period = now;
            taken.clear();
            all = 0;
        }
        int free = most - all;
        if (free <= 0 || (!owner.ofClass() && taken.getOrDefault(owner, 0) >= free)) {
            return false;
        }
        taken.merge(owner, 1, Integer::sum);
        all++;
        return true;
    }

    /** Gives one back that was taken. */
    public synchronized void giveBack(Owner owner) {
        Integer had = taken.get(owner);
        if (had != null) {
            all--;
            if (had == 1) {
                taken.remove(owner);
            } else {
                taken.put(owner, had - 1);
            }
        }
    }
}

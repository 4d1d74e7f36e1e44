package dev.truce.app.host.service;

import dev.truce.store.NodeBeat;
import dev.truce.store.StoredClock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** How long this start of the server has been running, by which clocks are known after a crash. Thread-safe. */
public final class NodeLife {
    private final Timers timers;
    private final long startNanos;
    private final RandomGenerator random;
    private volatile String incarnation;
    private long beats;

    /** Begins now, under a name that is drawn. */
    public NodeLife(Timers timers, RandomGenerator random) {
        this.timers = timers;
        this.random = random;
        this.startNanos = timers.nanos();
        this.incarnation = drawn();
    }

    private String drawn() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    /** Returns a clock that runs from now on. */
    public StoredClock running(int round, long leftMillis) {
        return new StoredClock(round, leftMillis, incarnation, aliveNanos());
    }

    /** Returns the next sign of life. */
    public synchronized NodeBeat beat() {
        return new NodeBeat(incarnation, aliveNanos(), ++beats);
    }

    /** Begins another life: the time since the last sign of life counts for no clock, because nothing could be saved in it. */
    public void renew() {
        incarnation = drawn();
    }

    private long aliveNanos() {
        return timers.nanos() - startNanos;
    }
}

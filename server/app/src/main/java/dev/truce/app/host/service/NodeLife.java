package dev.truce.app.host.service;

import dev.truce.store.NodeBeat;
import dev.truce.store.StoredClock;
import java.util.UUID;

/** How long this start of the server has been running, by which clocks are known after a crash. Thread-safe. */
public final class NodeLife {
    private final Timers timers;
    private final long startNanos;
    private volatile String incarnation = UUID.randomUUID().toString();
    private long beats;

    /** Begins now. */
    public NodeLife(Timers timers) {
        this.timers = timers;
        this.startNanos = timers.nanos();
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
        incarnation = UUID.randomUUID().toString();
    }

    private long aliveNanos() {
        return timers.nanos() - startNanos;
    }
}

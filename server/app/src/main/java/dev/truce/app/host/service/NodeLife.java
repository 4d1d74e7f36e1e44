package dev.truce.app.host.service;

import dev.truce.store.EventStore.NodeBeat;
import dev.truce.store.StoredClock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * How long this start of the server has been running, by which clocks are known after a crash. It stands while a clock waits for the disk:
 * after a crash nobody knows how long that was, and it must take no time from anybody. Thread-safe.
 */
public final class NodeLife {
    private final Timers timers;
    private final RandomGenerator random;
    private volatile String incarnation;
    private long beats;
    /** How long it had been running when it began to run, or to stand, last. */
    private long aliveNanos;

    private long sinceNanos;
    /** Clocks that wait for the disk. */
    private int waiting;

    /** Begins now, under a name that is drawn. */
    public NodeLife(Timers timers, RandomGenerator random) {
        this.timers = timers;
        this.random = random;
        this.sinceNanos = timers.nanos();
        this.incarnation = drawn();
    }

    private String drawn() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    public StoredClock running(int round, long leftMillis) {
        return new StoredClock(round, leftMillis, incarnation, aliveNanos());
    }

    /** Returns whether its signs of life bear this name. */
    public boolean goesBy(String name) {
        return incarnation.equals(name);
    }

    /** Returns the next sign of life. */
    public synchronized NodeBeat beat() {
        return new NodeBeat(incarnation, aliveNanos(), ++beats);
    }

    /** Begins another life: the time since the last sign of life counts for no clock, because nothing could be saved in it. */
    public synchronized void renew() {
        incarnation = drawn();
    }

    /** A clock waits for the disk from now on. */
    public synchronized void waits() {
        aliveNanos = aliveNanos();
        sinceNanos = timers.nanos();
        waiting++;
    }

    /** A clock waits no more. */
    public synchronized void goesOn() {
        aliveNanos = aliveNanos();
        sinceNanos = timers.nanos();
        waiting--;
    }

    private synchronized long aliveNanos() {
        return waiting > 0 ? aliveNanos : aliveNanos + timers.nanos() - sinceNanos;
    }
}

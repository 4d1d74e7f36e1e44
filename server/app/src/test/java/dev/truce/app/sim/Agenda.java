package dev.truce.app.sim;

import dev.truce.app.host.service.Timers;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one clock and the one list of what happens next, in the order of virtual time and, within an instant, in the order of asking. All
 * chance of a run comes from here, so a seed is a run.
 */
final class Agenda {
    private static final boolean SAYS = Boolean.getBoolean("sim.say");

    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final SplittableRandom chance;
    private final long seed;
    private long now;
    private long asked;
    private long done;
    private @Nullable Breach breach;
    private long trace = 0x9E3779B97F4A7C15L;

    /** Something that lives until it is killed: what it had planned does not happen then. */
    static final class Life {
        private boolean over;

        boolean isOver() {
            return over;
        }

        void end() {
            over = true;
        }
    }

    private static final class Event implements Comparable<Event> {
        private final long at;
        private final long order;
        private final Life life;
        private final Runnable task;
        private boolean cancelled;

        Event(long at, long order, Life life, Runnable task) {
            this.at = at;
            this.order = order;
            this.life = life;
            this.task = task;
        }

        @Override
        public int compareTo(Event other) {
            return at == other.at ? Long.compare(order, other.order) : Long.compare(at, other.at);
        }
    }

    Agenda(long seed) {
        this.chance = new SplittableRandom(seed);
        this.seed = seed;
    }

    long nanos() {
        return now;
    }

    long millis() {
        return TimeUnit.NANOSECONDS.toMillis(now);
    }

    /** Asks for something after so many nanoseconds; returns what takes the wish back. */
    Timers.Alarm after(Life life, long nanos, Runnable task) {
        Event event = new Event(now + Math.max(0, nanos), ++asked, life, task);
        events.add(event);
        return () -> event.cancelled = true;
    }

    /** The same in milliseconds. */
    Timers.Alarm afterMillis(Life life, long millis, Runnable task) {
        return after(life, TimeUnit.MILLISECONDS.toNanos(millis), task);
    }

    /** Lets the next thing happen, unless it is later than some time; returns whether there was one. */
    boolean step(long untilNanos) {
        Event next = events.peek();
        if (next == null || next.at > untilNanos) {
            now = Math.max(now, untilNanos);
            return false;
        }
        events.remove();
        if (!next.cancelled && !next.life.isOver()) {
            now = next.at;
            done++;
            note(next.at);
            next.task.run();
        }
        return true;
    }

    /** Takes something into the trace, by which two runs are known to be the same. */
    void note(long what) {
        long mixed = (trace ^ what) * 0xBF58476D1CE4E5B9L;
        trace = mixed ^ (mixed >>> 29);
    }

    void note(byte[] bytes) {
        long hash = bytes.length;
        for (byte each : bytes) {
            hash = hash * 31 + each;
        }
        note(hash);
    }

    /**
     * Takes note that a promise was not kept; the first one counts. Nothing is thrown, since the server outlives what its tasks throw.
     *
     * @param invariant its number in the list of {@link Invariants}, 0 for none of them
     */
    void breach(int invariant, String what) {
        if (breach == null) {
            breach = new Breach(invariant, "at " + millis() + " ms: " + what);
        }
    }

    @Nullable
    Breach breach() {
        return breach;
    }

    /** Tells a person who looks for a fault what happens; costs nothing otherwise. */
    void say(Supplier<String> what) {
        if (SAYS) {
            System.out.println(millis() + " ms: " + what.get());
        }
    }

    /** Returns what has happened so far, as one number. */
    long trace() {
        return trace;
    }

    /** Returns how many things have happened. */
    long done() {
        return done;
    }

    SplittableRandom chance() {
        return chance;
    }

    /** Returns chance beside that of all others: who draws from it changes nothing of what they draw. */
    SplittableRandom apart(long number) {
        return new SplittableRandom(seed ^ (number * 0x9E3779B97F4A7C15L));
    }

    /** Returns true in so many cases of a thousand. */
    boolean now(int perMille) {
        return perMille > 0 && chance.nextInt(1_000) < perMille;
    }

    /** Draws one of some things. */
    @SafeVarargs
    final <T> T any(T... things) {
        return things[chance.nextInt(things.length)];
    }

    /** Draws a number between two, both included. */
    int between(int least, int most) {
        return least + chance.nextInt(most - least + 1);
    }
}

package dev.truce.app.sim;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One direction of a connection: bytes arrive in order, later, in pieces of any size; what the receiver does not read fills it up. It can
 * be clogged for a while, lose all that is sent from now on without a word, or break.
 */
final class SimPipe {
    private final Agenda agenda;
    private final Agenda.Life life;
    private final int latencyMicros;
    private final int capacity;
    private final Deque<byte[]> arrived = new ArrayDeque<>();
    private @Nullable SimChannel sender;
    private @Nullable SimChannel receiver;
    private int held;
    private long lastArrival;
    private long cloggedUntil;
    private boolean waits;
    private boolean lost;
    private boolean broken;
    private boolean ended;

    /**
     * @param life of the network, which outlives both ends
     * @param capacity bytes that may be on their way or unread
     */
    SimPipe(Agenda agenda, Agenda.Life life, int latencyMicros, int capacity) {
        this.agenda = agenda;
        this.life = life;
        this.latencyMicros = latencyMicros;
        this.capacity = capacity;
    }

    void sender(SimChannel end) {
        sender = end;
    }

    void receiver(SimChannel end) {
        receiver = end;
    }

    int room() {
        return Math.max(0, capacity - held);
    }

    void senderWaits() {
        waits = true;
    }

    void send(byte[] bytes) {
        held += bytes.length;
        if (!lost && !broken) {
            arrives(() -> {
                arrived.add(bytes);
                news();
            });
        }
    }

    /** The sender has closed: the receiver reads the end after all else. */
    void end() {
        if (!lost && !broken) {
            arrives(() -> {
                ended = true;
                news();
            });
        }
    }

    private void arrives(Runnable arrival) {
        long delay = TimeUnit.MICROSECONDS.toNanos(latencyMicros + agenda.between(0, latencyMicros));
        lastArrival = Math.max(lastArrival + 1, Math.max(agenda.nanos() + delay, cloggedUntil));
        agenda.after(life, lastArrival - agenda.nanos(), () -> {
            if (!broken && !lost) {
                arrival.run();
            }
        });
    }

    private void news() {
        SimChannel end = receiver;
        if (end != null) {
            end.readable();
        }
    }

    boolean hasNews() {
        return !arrived.isEmpty() || ended;
    }

    boolean isAtEnd() {
        return ended && arrived.isEmpty();
    }

    /** Takes some of what has arrived, cut anywhere; nothing at the end. */
    byte[] take() {
        byte[] next = arrived.poll();
        if (next == null) {
            return new byte[0];
        }
        if (next.length > 1 && agenda.now(60)) {
            int cut = agenda.between(1, next.length - 1);
            arrived.addFirst(Arrays.copyOfRange(next, cut, next.length));
            next = Arrays.copyOf(next, cut);
        }
        held -= next.length;
        if (waits) {
            waits = false;
            SimChannel end = sender;
            if (end != null) {
                agenda.after(life, TimeUnit.MICROSECONDS.toNanos(latencyMicros), end::writable);
            }
        }
        return next;
    }

    void receiverIsGone() {
        arrived.clear();
    }

    /** Nothing arrives before a time. */
    void clog(long untilNanos) {
        cloggedUntil = Math.max(cloggedUntil, untilNanos);
    }

    /** All that is on its way, and all that is sent from now on, is lost, and nobody is told. */
    void lose() {
        lost = true;
    }

    /** What is on its way is lost from some byte on; the receiver notices that there is no connection. */
    void cut() {
        if (!broken && !lost) {
            broken = true;
            SimChannel end = receiver;
            if (end != null) {
                agenda.after(life, TimeUnit.MICROSECONDS.toNanos(agenda.between(0, latencyMicros)), end::broken);
            }
        }
    }
}

package dev.truce.web.seat;

import java.util.function.LongSupplier;

/** What the server's clock shows, by a clock of the page that never goes back: the computer's own may be wrong. */
final class ServerClock {
    private final LongSupplier own;
    private long ahead;

    /** @param own the page's clock, in milliseconds */
    ServerClock(LongSupplier own) {
        this.own = own;
    }

    /**
     * The server has said its time. Its words were under way for a while, so of two the later time is nearer to the truth.
     *
     * @param first whether they are the first of a connection, which may be to another clock
     */
    void told(long unixMillis, boolean first) {
        long seen = unixMillis - own.getAsLong();
        ahead = first ? seen : Math.max(ahead, seen);
    }

    /** Returns the server's time in milliseconds. */
    long now() {
        return own.getAsLong() + ahead;
    }
}

package dev.truce.app.net.budget;

import java.util.concurrent.TimeUnit;

/**
 * How much work a connection may ask for: so many bytes a second with a reserve. Packets a second would be the wrong
 * measure: it cuts chatty honest clients and lets large packets pass. Confined to its event loop.
 */
public final class Budget {
    /** An honest client sends a few hundred bytes a round; a bot that plays a match in a second some 20 KiB. */
    public static final long BYTES_PER_SECOND = 256 * 1024;

    /** What a client may send at once: dozens of the largest frames, thousands of the usual ones. */
    public static final long RESERVE = 2 * 1024 * 1024;

    private long left = RESERVE;
    private long at;

    public Budget(long nanos) {
        this.at = nanos;
    }

    /** Takes the cost of some work in bytes; false if the client has asked for too much. */
    public boolean take(int cost, long nanos) {
        earn(nanos);
        left -= cost;
        return left >= 0;
    }

    /** Takes the cost of work that can be refused, unless there is too little for it; what is refused costs nothing more. */
    public boolean afford(int cost, long nanos) {
        earn(nanos);
        if (left < cost) {
            return false;
        }
        left -= cost;
        return true;
    }

    private void earn(long nanos) {
        long earned = (nanos - at) / (TimeUnit.SECONDS.toNanos(1) / BYTES_PER_SECOND);
        if (earned > 0) {
            left = Math.min(RESERVE, left + earned);
            at = nanos;
        }
    }
}

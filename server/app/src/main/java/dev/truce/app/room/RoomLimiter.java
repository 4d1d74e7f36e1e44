package dev.truce.app.room;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.net.InetAddress;
import java.time.Duration;

/**
 * Bounds the rooms that one address opens, because all rooms are bounded together and one machine must not take them all from
 * a class. This machine itself, with its tournaments, is not bounded. Thread-safe.
 */
public final class RoomLimiter {
    /** How long a room counts. */
    public static final Duration HOUR = Duration.ofHours(1);

    private final Cache<String, Integer> opened;
    private final int perHour;

    /**
     * Makes a limiter.
     *
     * @param addresses how many addresses it remembers at most
     * @param perHour rooms of one address in an hour
     */
    public RoomLimiter(int addresses, int perHour, Ticker ticker) {
        this.perHour = perHour;
        this.opened = Caffeine.newBuilder()
                .maximumSize(addresses)
                .expireAfterWrite(HOUR)
                .ticker(ticker)
                .executor(Runnable::run)
                .recordStats()
                .build();
    }

    /** Counts a room, unless the address has opened too many within an hour of its last. */
    public boolean allows(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return true;
        }
        String key = JoinLimiter.key(address);
        Integer before = opened.getIfPresent(key);
        if (before != null && before >= perHour) {
            return false;
        }
        opened.asMap().merge(key, 1, Integer::sum);
        return true;
    }

    /** Counts a room off again that was refused: it takes nothing from others, and asking has cost the connection its budget. */
    public void giveBack(InetAddress address) {
        if (!address.isLoopbackAddress()) {
            opened.asMap().computeIfPresent(JoinLimiter.key(address), (unused, rooms) -> rooms > 1 ? rooms - 1 : null);
        }
    }

    /** For its meters. */
    public Cache<String, Integer> cache() {
        return opened;
    }
}

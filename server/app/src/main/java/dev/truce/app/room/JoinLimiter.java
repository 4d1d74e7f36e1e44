package dev.truce.app.room;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.truce.app.quota.Owner;
import java.net.InetAddress;
import java.time.Duration;

/**
 * Slows those down who type wrong codes, without ever locking anybody out: a class shares one address, and a right
 * code must work while somebody else guesses there. The answer to a wrong code waits; the connection that typed it is
 * served nothing until then, so that guesses cannot be made in the meantime.
 *
 * <p>At 128 connections without a seat and 3 s an answer one address makes 43 guesses a second, and would need about 300
 * years to find one of two open rooms. Thread-safe.
 */
public final class JoinLimiter {
    /** A wrong code is a typo first of all. */
    public static final Duration FIRST = Duration.ofMillis(250);

    /** No honest person waits longer than this for having mistyped. */
    public static final Duration LONGEST = Duration.ofSeconds(3);

    /** After so long without a wrong code an address starts afresh. */
    private static final Duration MEMORY = Duration.ofMinutes(1);

    private final Cache<Owner, Integer> wrong;

    /**
     * Makes a limiter.
     *
     * @param addresses how many addresses it remembers at most; the least used are forgotten first
     */
    public JoinLimiter(int addresses, Ticker ticker) {
        this.wrong = Caffeine.newBuilder()
                .maximumSize(addresses)
                .expireAfterWrite(MEMORY)
                .ticker(ticker)
                .executor(Runnable::run)
                .recordStats()
                .build();
    }

    /** Counts a wrong code or token and returns how long its answer has to wait. */
    public Duration wrong(InetAddress address) {
        int before = wrong.asMap().merge(Owner.at(address), 1, Integer::sum) - 1;
        Duration wait = FIRST.multipliedBy(1L << Math.min(before, 10));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }

    /** For its meters. */
    public Cache<Owner, Integer> cache() {
        return wrong;
    }
}

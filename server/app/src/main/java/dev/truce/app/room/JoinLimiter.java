package dev.truce.app.room;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.truce.app.quota.Owner;
import dev.truce.protocol.text.Names;
import java.net.InetAddress;
import java.time.Duration;

/**
 * Slows those down who type wrong codes, without ever locking anybody out: a class shares one address, and a right
 * code must work while somebody else guesses there. The answer to a wrong code waits; the connection that typed it is
 * served nothing until then, so that guesses cannot be made in the meantime.
 *
 * <p>At 128 connections without a seat and 3 s an answer one address makes 43 guesses a second, and would need about 300
 * years to find one of two open rooms. Guesses at the key of one student are slowed down together, from however many addresses they come: at
 * 10 s an answer a thousand addresses make 12,800 a second, and would need about a year for half of the keys. Thread-safe.
 */
public final class JoinLimiter {
    /** A wrong code is a typo first of all. */
    public static final Duration FIRST = Duration.ofMillis(250);

    /** No honest person waits longer than this for having mistyped. */
    public static final Duration LONGEST = Duration.ofSeconds(3);

    /** A student at whose key somebody guesses waits no longer than this for having mistyped it himself; a right key never waits. */
    public static final Duration LONGEST_ABOUT = Duration.ofSeconds(10);

    /** After so long without a wrong code an address starts afresh, and a student too. */
    private static final Duration MEMORY = Duration.ofMinutes(1);

    private final Cache<Owner, Integer> wrong;
    private final Cache<String, Integer> about;

    /**
     * Makes a limiter.
     *
     * @param addresses how many addresses it remembers at most, and how many students; the least used are forgotten first
     */
    public JoinLimiter(int addresses, Ticker ticker) {
        this.wrong = table(addresses, ticker);
        this.about = table(addresses, ticker);
    }

    private static <K> Cache<K, Integer> table(int most, Ticker ticker) {
        return Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterWrite(MEMORY)
                .ticker(ticker)
                .executor(Runnable::run)
                .recordStats()
                .build();
    }

    /** Counts a wrong code or token and returns how long its answer has to wait. */
    public Duration wrong(InetAddress address) {
        return counted(wrong, Owner.at(address), LONGEST);
    }

    /**
     * Counts a wrong key of a student and returns how long its answer has to wait.
     *
     * @param student who was meant, as {@link #student} writes it; there need not be such a student
     */
    public Duration wrong(InetAddress address, String student) {
        Duration byAddress = wrong(address);
        Duration byStudent = counted(about, student, LONGEST_ABOUT);
        return byAddress.compareTo(byStudent) < 0 ? byStudent : byAddress;
    }

    private static <K> Duration counted(Cache<K, Integer> table, K key, Duration longest) {
        int before = table.asMap().merge(key, 1, Integer::sum) - 1;
        Duration wait = FIRST.multipliedBy(1L << Math.min(before, 10));
        return wait.compareTo(longest) < 0 ? wait : longest;
    }

    /** Returns how a student of a class is counted, however code and name are typed; as long for every text. */
    public static String student(String classCode, String student) {
        String code = RoomCode.parse(classCode).map(RoomCode::text).orElse("");
        return Integer.toHexString(code.hashCode())
                + Integer.toHexString(Names.key(student.strip()).hashCode());
    }

    /** The addresses, for its meters. */
    public Cache<Owner, Integer> cache() {
        return wrong;
    }

    /** The students, for its meters. */
    public Cache<String, Integer> students() {
        return about;
    }
}

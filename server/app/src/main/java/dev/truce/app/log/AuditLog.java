package dev.truce.app.log;

import dev.truce.app.quota.Allowance;
import dev.truce.app.quota.Owner;
import dev.truce.engine.Sha256;
import dev.truce.protocol.text.SafeText;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Writes down acts that take a right, one line of JSON each. No line has a name, a text, a code, a key or an address: matches, classes and
 * desks are called by their numbers, and addresses by what is made of them with a secret of this start. Thread-safe; never blocks.
 */
public final class AuditLog implements AutoCloseable {
    /**
     * Lines a minute of all that does not take the desk key: more are only counted, so that strangers cannot push out what matters. Four files of
     * 4 MiB hold 35 hours of that.
     */
    public static final int MAX_OF_STRANGERS_MINUTE = 60;

    private static final int SALT_BYTES = 16;
    private static final int PSEUDONYM_BYTES = 4;

    private final AuditFile file;
    private final Clock clock;
    private final byte[] salt = new byte[SALT_BYTES];
    private final Allowance ofStrangers;
    private final Set<String> attempts = new HashSet<>();
    private long minute;
    private int leftOut;

    /** Begins to write to a file. */
    public AuditLog(AuditFile file, Clock clock, SecureRandom random) {
        this.file = file;
        this.clock = clock;
        this.ofStrangers = new Allowance(MAX_OF_STRANGERS_MINUTE, Duration.ofMinutes(1), clock::millis);
        random.nextBytes(salt);
    }

    /** Returns a log that keeps nothing, for what is put together without a server. */
    public static AuditLog none() {
        return new AuditLog(AuditFile.none(), Clock.systemUTC(), new SecureRandom());
    }

    /**
     * Writes a line about the server, or about what somebody with the desk key does.
     *
     * @param facts names and values in turn; values are numbers, constants, or ids that the server made
     */
    public void write(AuditEvent event, Object... facts) {
        append(event, takeLeftOut(), facts);
    }

    /**
     * Writes a line about what somebody else does, unless lines of his are too many in this minute, or it is an attempt that has its line; the next
     * line says how many were left out.
     *
     * @param by who brings it about
     * @param facts as of other lines
     */
    public void writeFor(Owner by, AuditEvent event, Object... facts) {
        if (isRepeated(by, event) || !(by.ofClass() || ofStrangers.take(by))) {
            leaveOut();
        } else {
            append(event, takeLeftOut(), facts);
        }
    }

    /** Whether somebody has tried the same in this minute. No more are noted than lines are written. */
    private synchronized boolean isRepeated(Owner by, AuditEvent event) {
        if (!event.isAttempt()) {
            return false;
        }
        long now = TimeUnit.MILLISECONDS.toMinutes(clock.millis());
        if (now != minute) {
            minute = now;
            attempts.clear();
        }
        String attempt = event + " " + by.name();
        return attempts.contains(attempt) || attempts.size() < MAX_OF_STRANGERS_MINUTE && !attempts.add(attempt);
    }

    private synchronized void leaveOut() {
        leftOut++;
    }

    private synchronized int takeLeftOut() {
        int missing = leftOut;
        leftOut = 0;
        return missing;
    }

    private void append(AuditEvent event, int missing, Object... facts) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("at", clock.instant().toString());
        line.put("what", event.name());
        for (int i = 0; i < facts.length; i += 2) {
            line.put(
                    (String) facts[i],
                    facts[i + 1] instanceof Number number ? number : SafeText.escaped(facts[i + 1].toString()));
        }
        if (missing > 0) {
            line.put("left_out", missing);
        }
        file.write(line);
    }

    /** Returns what an address is called until the server stops: the same for the same, and nothing that leads back to it. */
    public String of(InetAddress address) {
        MessageDigest sha256 = Sha256.start();
        sha256.update(salt);
        byte[] hash = sha256.digest(Owner.at(address).name().getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(hash, 0, PSEUDONYM_BYTES);
    }

    /** Writes what waits, a second long at most. */
    @Override
    public void close() {
        file.close();
    }
}

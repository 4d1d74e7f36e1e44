package dev.truce.app.log;

import dev.truce.app.room.JoinLimiter;
import dev.truce.protocol.text.SafeText;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Writes down acts that take a right, one line of JSON each. No line has a name, a text, a code, a key or an address: matches, classes and
 * desks are called by their numbers, and addresses by what is made of them with a secret of this start. Thread-safe; never blocks.
 */
public final class AuditLog implements AutoCloseable {
    /** What strangers bring about is kept so often a minute and then only counted, so that they cannot push out what matters. */
    public static final int MAX_OF_STRANGERS_MINUTE = 60;

    private static final int SALT_BYTES = 16;
    private static final int PSEUDONYM_BYTES = 4;

    private final AuditFile file;
    private final Clock clock;
    private final byte[] salt = new byte[SALT_BYTES];
    private long minute;
    private int ofStrangers;
    private int leftOut;

    /** Begins to write to a file. */
    public AuditLog(AuditFile file, Clock clock, SecureRandom random) {
        this.file = file;
        this.clock = clock;
        random.nextBytes(salt);
    }

    /** Returns a log that keeps nothing, for what is put together without a server. */
    public static AuditLog none() {
        return new AuditLog(AuditFile.none(), Clock.systemUTC(), new SecureRandom());
    }

    /**
     * Writes a line.
     *
     * @param facts names and values in turn; values are numbers, constants, or ids that the server made
     */
    public void write(AuditEvent event, Object... facts) {
        int missing = admitted(event);
        if (missing < 0) {
            return;
        }
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

    /** Returns how many lines were left out before this one, or -1 if it is left out itself. */
    private synchronized int admitted(AuditEvent event) {
        if (event.isOfStrangers()) {
            long now = TimeUnit.MILLISECONDS.toMinutes(clock.millis());
            if (now != minute) {
                minute = now;
                ofStrangers = 0;
            }
            ofStrangers++;
            if (ofStrangers > MAX_OF_STRANGERS_MINUTE) {
                leftOut++;
                return -1;
            }
        }
        int missing = leftOut;
        leftOut = 0;
        return missing;
    }

    /** Returns what an address is called until the server stops: the same for the same, and nothing that leads back to it. */
    public String of(InetAddress address) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(salt);
            byte[] hash = sha256.digest(JoinLimiter.key(address).getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(hash, 0, PSEUDONYM_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Writes what waits, a second long at most. */
    @Override
    public void close() {
        file.close();
    }
}

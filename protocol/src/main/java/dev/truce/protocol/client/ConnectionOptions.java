package dev.truce.protocol.client;

import dev.truce.protocol.message.Role;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Where to connect, and as what.
 *
 * @param host name or address of the server
 * @param port its port
 * @param tls how to encrypt and whom to trust, or null for no encryption
 * @param role what the connection is for
 * @param clientName name of the program, at most 32 ASCII characters without spaces
 * @param clientVersion its version, the same
 * @param random spreads the tries to reconnect, so that not all clients of a restarted server come at once
 * @param waits how long to wait for what
 */
public record ConnectionOptions(
        String host,
        int port,
        @Nullable SSLContext tls,
        Role role,
        String clientName,
        String clientVersion,
        RandomGenerator random,
        Waits waits) {

    /**
     * How long to wait for what.
     *
     * @param connect for a connection, and again for the greeting
     * @param answer for an answer while the link is up
     * @param firstRetry longest wait before the first try to reconnect; doubles with each try
     * @param mostRetry longest wait between two tries
     * @param patience for a connection that was lost to come back; then the client gives up
     */
    public record Waits(Duration connect, Duration answer, Duration firstRetry, Duration mostRetry, Duration patience) {
        /** Good for people and bots on the internet: outages of half an hour are sat out. */
        public static final Waits USUAL = new Waits(
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofMillis(250),
                Duration.ofSeconds(10),
                Duration.ofMinutes(30));
    }

    /** Returns options for an unencrypted connection with the usual waits. */
    public static ConnectionOptions of(String host, int port, Role role, String clientName) {
        return new ConnectionOptions(host, port, null, role, clientName, version(), new SecureRandom(), Waits.USUAL);
    }

    /** Returns the version of this program, as its jar has it. */
    private static String version() {
        String version = ConnectionOptions.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }

    /** Returns the same with encryption. */
    public ConnectionOptions withTls(SSLContext context) {
        return new ConnectionOptions(host, port, context, role, clientName, clientVersion, random, waits);
    }

    /** Returns the same with other waits. */
    public ConnectionOptions withWaits(Waits other) {
        return new ConnectionOptions(host, port, tls, role, clientName, clientVersion, random, other);
    }
}

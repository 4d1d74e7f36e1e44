package dev.truce.protocol.client;

import dev.truce.protocol.message.Role;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Where to connect by TCP, and as what.
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
        Conversation.Waits waits) {

    /** Returns options for an unencrypted connection with the usual waits. */
    public static ConnectionOptions of(String host, int port, Role role, String clientName) {
        return new ConnectionOptions(
                host, port, null, role, clientName, version(), new SecureRandom(), Conversation.Waits.USUAL);
    }

    /** Returns the version of this program, as its jar has it. */
    private static String version() {
        String version = ConnectionOptions.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }

    /** Returns who speaks, wherever the server is. */
    Conversation.Speaker speaker() {
        return new Conversation.Speaker(role, clientName, clientVersion, random, waits);
    }

    /** Returns the same with encryption. */
    public ConnectionOptions withTls(SSLContext context) {
        return new ConnectionOptions(host, port, context, role, clientName, clientVersion, random, waits);
    }

    /** Returns the same with other waits. */
    public ConnectionOptions withWaits(Conversation.Waits other) {
        return new ConnectionOptions(host, port, tls, role, clientName, clientVersion, random, other);
    }
}

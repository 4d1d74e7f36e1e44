package dev.truce.app.config;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a server is told when it is started. Start from {@link #local} or {@link #embedded} and change what differs.
 *
 * @param host name or address to listen on
 * @param port port to listen on, 0 for any free one
 * @param allowNetwork whether somebody has said that other machines may connect
 * @param data directory for the journal; created if need be
 * @param acceptLoss whether to go on although entries that were acknowledged are missing at the end of the journal
 * @param tls certificate and key, or null for none
 * @param origins web origins, for example {@code https://class.example}, whose pages may open a WebSocket beside the server's own
 * @param proxied whether every connection comes through a balancer and begins with the PROXY protocol
 * @param roomsByKey whether only those open rooms who hold the desk key of the server
 * @param limits how much of anything it takes
 */
public record ServerConfig(
        String host,
        int port,
        boolean allowNetwork,
        Path data,
        boolean acceptLoss,
        @Nullable Tls tls,
        List<String> origins,
        boolean proxied,
        boolean roomsByKey,
        ServerLimits limits) {

    /** Port of a server that nobody told otherwise. */
    public static final int DEFAULT_PORT = 7788;

    /** Only this machine reaches it. */
    public static final String DEFAULT_HOST = "127.0.0.1";

    /**
     * A certificate and its key.
     *
     * @param certificate PEM file with the certificate chain
     * @param key PEM file with the private key, PKCS #8, without a password
     */
    public record Tls(Path certificate, Path key) {}

    public ServerConfig {
        origins = List.copyOf(origins);
    }

    /** A server for this machine only, on the default port, that keeps its matches in a directory. */
    public static ServerConfig local(Path data) {
        return new ServerConfig(
                DEFAULT_HOST, DEFAULT_PORT, false, data, false, null, List.of(), false, false, ServerLimits.STANDARD);
    }

    /** A server inside another program: this machine only, any free port. */
    public static ServerConfig embedded(Path data) {
        return local(data).withPort(0);
    }

    /** Returns where a server keeps its matches unless told otherwise: the place that the system has for such files. */
    public static Path defaultData() {
        return defaultData(System.getProperty("os.name", ""), System.getProperty("user.home", "."), System.getenv());
    }

    static Path defaultData(String system, String home, Map<String, String> environment) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            String local = environment.get("LOCALAPPDATA");
            return (local == null ? Path.of(home, "AppData", "Local") : Path.of(local)).resolve("truce");
        }
        if (os.contains("mac")) {
            return Path.of(home, "Library", "Application Support", "truce");
        }
        String xdg = environment.get("XDG_DATA_HOME");
        Path base = xdg == null || xdg.isBlank() ? Path.of(home, ".local", "share") : Path.of(xdg);
        return base.resolve("truce");
    }

    /** Returns the same with another host. */
    public ServerConfig withHost(String other) {
        return new ServerConfig(other, port, allowNetwork, data, acceptLoss, tls, origins, proxied, roomsByKey, limits);
    }

    /** Returns the same with another port. */
    public ServerConfig withPort(int other) {
        return new ServerConfig(host, other, allowNetwork, data, acceptLoss, tls, origins, proxied, roomsByKey, limits);
    }

    /** Returns the same with or without consent to other machines. */
    public ServerConfig withAllowNetwork(boolean allowed) {
        return new ServerConfig(host, port, allowed, data, acceptLoss, tls, origins, proxied, roomsByKey, limits);
    }

    /** Returns the same, going on or not although the end of the journal is lost. */
    public ServerConfig withAcceptLoss(boolean accepted) {
        return new ServerConfig(host, port, allowNetwork, data, accepted, tls, origins, proxied, roomsByKey, limits);
    }

    /** Returns the same with a certificate. */
    public ServerConfig withTls(@Nullable Tls other) {
        return new ServerConfig(
                host, port, allowNetwork, data, acceptLoss, other, origins, proxied, roomsByKey, limits);
    }

    /** Returns the same with other web origins. */
    public ServerConfig withOrigins(List<String> others) {
        return new ServerConfig(host, port, allowNetwork, data, acceptLoss, tls, others, proxied, roomsByKey, limits);
    }

    /** Returns the same with or without a balancer in front of it. */
    public ServerConfig withProxied(boolean other) {
        return new ServerConfig(host, port, allowNetwork, data, acceptLoss, tls, origins, other, roomsByKey, limits);
    }

    /** Returns the same that lets everybody open rooms or only those who hold its desk key. */
    public ServerConfig withRoomsByKey(boolean byKey) {
        return new ServerConfig(host, port, allowNetwork, data, acceptLoss, tls, origins, proxied, byKey, limits);
    }

    /** Returns the same that browsers may also reach under a host name, with the port or, where a balancer has another one, without. */
    public ServerConfig withName(String name) {
        List<String> all = new ArrayList<>(origins);
        for (String authority : List.of(name, name + ":" + port)) {
            all.add("https://" + authority);
            all.add("http://" + authority);
        }
        return withOrigins(all);
    }

    /** Returns the same with other limits. */
    public ServerConfig withLimits(ServerLimits others) {
        return new ServerConfig(host, port, allowNetwork, data, acceptLoss, tls, origins, proxied, roomsByKey, others);
    }

    /**
     * Returns the address to listen on.
     *
     * @throws StartException if the host is unknown, the port is out of range, or the address is not this machine's own loop
     *     and nobody has said that other machines may connect
     */
    public InetSocketAddress address() throws StartException {
        if (port < 0 || port > 65_535) {
            throw new StartException(StartException.Code.BAD_OPTION, "port", port);
        }
        InetAddress address;
        try {
            address = InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new StartException(StartException.Code.BAD_HOST, "host", host);
        }
        if (!address.isLoopbackAddress() && !allowNetwork) {
            throw new StartException(StartException.Code.EXPOSED_WITHOUT_CONSENT, "exposed", host);
        }
        return new InetSocketAddress(address, port);
    }
}

package dev.truce.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a database is that keeps the journal: {@code postgresql://user@host:port/database}, perhaps with how the way there is encrypted.
 *
 * @param user who opens it
 * @param host name or address of its machine
 * @param port its port
 * @param database its name there
 * @param encryption what stands after the question mark: {@code sslmode}, {@code sslrootcert}
 */
public record StoreAddress(String user, String host, int port, String database, Map<String, String> encryption) {
    /** What such an address begins with. */
    public static final String SCHEME = "postgresql://";

    private static final int DEFAULT_PORT = 5_432;
    private static final Set<String> ENCRYPTION = Set.of("sslmode", "sslrootcert");
    private static final Pattern PASSWORD = Pattern.compile("(//[^/@:]*):.*@");
    private static final Pattern PASSWORD_OPTION = Pattern.compile("([?&]password)=[^&]*");

    public StoreAddress {
        encryption = Map.copyOf(encryption);
    }

    /** Reads an address; empty if it is none, or has a password: everybody on the machine can read the options of a process. */
    public static Optional<StoreAddress> parse(String text) {
        try {
            URI uri = new URI(text);
            String user = uri.getUserInfo();
            String path = uri.getPath();
            boolean isWhole = text.startsWith(SCHEME)
                    && user != null
                    && !user.isEmpty()
                    && user.indexOf(':') < 0
                    && uri.getHost() != null
                    && path != null
                    && path.length() > 1
                    && path.indexOf('/', 1) < 0
                    && uri.getFragment() == null;
            if (!isWhole) {
                return Optional.empty();
            }
            Map<String, String> encryption = new LinkedHashMap<>();
            String query = uri.getQuery();
            for (String pair : query == null ? new String[0] : query.split("&")) {
                String[] parts = pair.split("=", 2);
                if (parts.length < 2 || !ENCRYPTION.contains(parts[0])) {
                    return Optional.empty();
                }
                encryption.put(parts[0], parts[1]);
            }
            int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
            return Optional.of(new StoreAddress(user, uri.getHost(), port, path.substring(1), encryption));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Returns a text that may be an address with a password, without the password. */
    public static String withoutPassword(String text) {
        return PASSWORD_OPTION
                .matcher(PASSWORD.matcher(text).replaceAll("$1:***@"))
                .replaceAll("$1=***");
    }

    /** Returns the address as it is typed. */
    @Override
    public String toString() {
        return SCHEME + user + "@" + host + ":" + port + "/" + database;
    }
}

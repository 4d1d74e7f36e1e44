package dev.truce.app.net;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which web pages may open a WebSocket here. Any page in a browser on this machine can reach a loopback port, and a rebound
 * DNS name gives it our origin, so being reachable proves nothing: the Host has to be an address or a name that the operator
 * has named, and the Origin has to be that same host, or be named.
 *
 * @param allowed further origins, for example {@code https://class.example}
 */
record OriginRule(List<String> allowed) {
    private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost", "[::1]");

    /** How addresses begin that leave a port out. */
    private static final Map<Integer, String> SCHEMES = Map.of(80, "http://", 443, "https://");

    /**
     * Returns whether a request may open a WebSocket.
     *
     * @param port port on which the request came in
     * @param host the one Host header, or null if there is none or more than one
     * @param origin the one Origin header, or null if there is none; programs other than browsers send none
     */
    boolean allows(int port, @Nullable String host, @Nullable String origin) {
        List<String> own = host == null ? List.of() : origins(port, host);
        return !own.isEmpty() && (origin == null || allowed.contains(origin) || own.contains(origin));
    }

    /**
     * Returns the origins of the server's own pages under a host; none if the host is not ours. It is if it is an address literal,
     * localhost, or the host of a named origin, with our port, which browsers leave out where it is the usual one of a scheme.
     */
    private List<String> origins(int port, String host) {
        if (!host.equals(host.toLowerCase(Locale.ROOT))) {
            return List.of();
        }
        List<String> ofBoth = List.of("http://" + host, "https://" + host);
        for (String origin : allowed) {
            String authority = authority(origin);
            if (host.equals(authority)) {
                return ofBoth;
            }
        }
        String suffix = ":" + port;
        if (host.endsWith(suffix) && isFixed(host.substring(0, host.length() - suffix.length()))) {
            return ofBoth;
        }
        String scheme = SCHEMES.get(port);
        // Without a port the other scheme means another server.
        return scheme != null && isFixed(host) ? List.of(scheme + host) : List.of();
    }

    /** An address cannot be rebound as a name can, nor can localhost. */
    private static boolean isFixed(String bare) {
        boolean four = bare.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
        boolean six = bare.matches("\\[[0-9a-f:.]{2,45}]");
        return four || six || LOOPBACK.contains(bare);
    }

    private static @Nullable String authority(String origin) {
        try {
            return new URI(origin).getRawAuthority();
        } catch (URISyntaxException e) {
            return null;
        }
    }
}

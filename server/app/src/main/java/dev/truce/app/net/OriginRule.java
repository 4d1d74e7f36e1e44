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
 * has named, and the Origin has to be that same host, or be named. A web server in front of this one may say which host it
 * was asked for. That counts only for a name of the operator's and a page of that host: a page can put the same header into a
 * request, but not another Origin.
 *
 * @param allowed further origins, for example {@code https://class.example}
 * @param names host names of this server, which it has on each port
 */
record OriginRule(List<String> allowed, List<String> names) {
    private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost", "[::1]");

    /** How addresses begin that leave a port out. */
    private static final Map<Integer, String> SCHEMES = Map.of(80, "http://", 443, "https://");

    /**
     * Returns whether a request may open a WebSocket.
     *
     * @param port port on which the request came in
     * @param host the one Host header, or null if there is none or more than one
     * @param forwarded the host that a web server in front was asked for, or null if none says so
     * @param origin the one Origin header, or null if there is none; programs other than browsers send none
     */
    boolean allows(int port, @Nullable String host, @Nullable String forwarded, @Nullable String origin) {
        List<String> own = host == null ? List.of() : origins(port, host);
        if (!own.isEmpty() && (origin == null || allowed.contains(origin) || own.contains(origin))) {
            return true;
        }
        return forwarded != null
                && isNamed(forwarded)
                && origin != null
                && ofBoth(forwarded).contains(origin);
    }

    /**
     * Returns the origins of the server's own pages under a host; none if the host is not ours. It is if it is an address literal,
     * localhost, or the host of a named origin, with our port, which browsers leave out where it is the usual one of a scheme; or a name of this server with
     * any port, as a balancer may have another one.
     */
    private List<String> origins(int port, String host) {
        if (!host.equals(host.toLowerCase(Locale.ROOT))) {
            return List.of();
        }
        if (isNamed(host)) {
            return ofBoth(host);
        }
        for (String origin : allowed) {
            String authority = authority(origin);
            if (host.equals(authority)) {
                return ofBoth(host);
            }
        }
        String suffix = ":" + port;
        if (host.endsWith(suffix) && isFixed(host.substring(0, host.length() - suffix.length()))) {
            return ofBoth(host);
        }
        String scheme = SCHEMES.get(port);
        // Without a port the other scheme means another server.
        return scheme != null && isFixed(host) ? List.of(scheme + host) : List.of();
    }

    private static List<String> ofBoth(String authority) {
        return List.of("http://" + authority, "https://" + authority);
    }

    private boolean isNamed(String authority) {
        return names.contains(authority.replaceFirst(":[0-9]{1,5}$", ""));
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

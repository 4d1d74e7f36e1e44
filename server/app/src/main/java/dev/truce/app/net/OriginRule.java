package dev.truce.app.net;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
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

    /**
     * Returns whether a request may open a WebSocket.
     *
     * @param port port on which the request came in
     * @param host the one Host header, or null if there is none or more than one
     * @param origin the one Origin header, or null if there is none; programs other than browsers send none
     */
    boolean allows(int port, @Nullable String host, @Nullable String origin) {
        if (host == null || !isOurs(port, host)) {
            return false;
        }
        if (origin == null) {
            return true;
        }
        if (allowed.contains(origin)) {
            return true;
        }
        return origin.equals("http://" + host) || origin.equals("https://" + host);
    }

    /** A host is ours if it is an address literal, localhost, or the host of a named origin, with our port. */
    private boolean isOurs(int port, String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (!name.equals(host)) {
            return false;
        }
        for (String origin : allowed) {
            String authority = authority(origin);
            if (host.equals(authority)) {
                return true;
            }
        }
        String suffix = ":" + port;
        if (!host.endsWith(suffix)) {
            return false;
        }
        String bare = host.substring(0, host.length() - suffix.length());
        return LOOPBACK.contains(bare) || isAddress(bare);
    }

    /** An address cannot be rebound as a name can. */
    private static boolean isAddress(String bare) {
        boolean four = bare.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
        boolean six = bare.matches("\\[[0-9a-f:.]{2,45}]");
        return four || six;
    }

    private static @Nullable String authority(String origin) {
        try {
            return new URI(origin).getRawAuthority();
        } catch (URISyntaxException e) {
            return null;
        }
    }
}

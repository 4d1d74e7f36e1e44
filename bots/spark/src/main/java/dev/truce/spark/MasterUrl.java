package dev.truce.spark;

import dev.truce.tournament.result.PairPlayersException;
import dev.truce.tournament.result.PairPlayersException.Reason;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a cluster of Spark is.
 *
 * @param text as Spark writes it
 * @param hosts addresses of its masters, one of which leads; none if threads of this program are the cluster
 */
record MasterUrl(String text, List<InetSocketAddress> hosts) {
    private static final Pattern LOCAL = Pattern.compile("local(\\[(\\*|[1-9]\\d{0,3})])?");
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:]+]):(\\d{1,5})");
    private static final String STANDALONE = "spark://";
    private static final int CONNECT_MILLIS = 5000;

    MasterUrl {
        hosts = List.copyOf(hosts);
    }

    /**
     * Reads one.
     *
     * @throws PairPlayersException unless it is local, local[N], local[*] or spark://HOST:PORT, with more HOST:PORT after commas
     */
    static MasterUrl parse(String text) throws PairPlayersException {
        if (LOCAL.matcher(text).matches()) {
            return new MasterUrl(text, List.of());
        }
        if (!text.startsWith(STANDALONE)) {
            throw wrong(text);
        }
        List<InetSocketAddress> hosts = new ArrayList<>();
        for (String host : text.substring(STANDALONE.length()).split(",", -1)) {
            Matcher parts = HOST.matcher(host);
            if (!parts.matches() || Integer.parseInt(parts.group(2)) > 65535) {
                throw wrong(text);
            }
            hosts.add(InetSocketAddress.createUnresolved(parts.group(1), Integer.parseInt(parts.group(2))));
        }
        return new MasterUrl(text, hosts);
    }

    private static PairPlayersException wrong(String text) {
        return new PairPlayersException(
                Reason.CLUSTER_UNREACHABLE,
                "'" + text + "' is no master of Spark; expected local, local[N], local[*] or spark://HOST:PORT");
    }

    /** Returns whether threads of this program are the cluster. */
    boolean isLocal() {
        return hosts.isEmpty();
    }

    /** Returns whether all masters are on this machine and found by its loopback address. */
    boolean isLoopback() {
        return hosts.stream()
                .map(InetSocketAddress::getHostString)
                .allMatch(host -> host.startsWith("127.") || host.equals("localhost"));
    }

    /**
     * Sees whether a master listens, since Spark itself tries for a minute before it says that none does.
     *
     * @throws PairPlayersException if none does
     */
    void reach() throws PairPlayersException {
        IOException last = null;
        for (InetSocketAddress host : hosts) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(host.getHostString(), host.getPort()), CONNECT_MILLIS);
                return;
            } catch (IOException refused) {
                last = refused;
            }
        }
        if (last != null) {
            throw new PairPlayersException(
                    Reason.CLUSTER_UNREACHABLE,
                    "no master of Spark answers at " + text + ": " + last.getMessage(),
                    last);
        }
    }
}

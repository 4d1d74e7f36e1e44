package dev.truce.cli.connect;

import dev.truce.cli.option.ServerAddress;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The addresses of this machine in its networks. */
public final class OwnAddresses {
    /** This machine answers itself at once, or does not listen. */
    private static final int ANSWER_MILLIS = 300;

    private OwnAddresses() {}

    /** Returns them; none if the machine is in no network. */
    public static List<String> all() {
        List<String> addresses = new ArrayList<>();
        try {
            for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (network.isUp() && !network.isLoopback()) {
                    for (InetAddress address : Collections.list(network.getInetAddresses())) {
                        if (address instanceof Inet4Address) {
                            addresses.add(address.getHostAddress());
                        }
                    }
                }
            }
        } catch (SocketException unknown) {
            // Then only this machine's own address is told.
            return addresses;
        }
        return addresses;
    }

    /** Returns one under which a server of this machine listens, so that others can come in. */
    public static Optional<String> listening(int port) {
        return all().stream().filter(address -> listens(address, port)).findFirst();
    }

    /** Returns where others reach a server: on this machine, under the address of a network if it listens there. */
    public static ServerAddress forOthers(ServerAddress server) {
        return server.host().equals(ServerAddress.USUAL.host())
                ? listening(server.port())
                        .map(address -> new ServerAddress(address, server.port()))
                        .orElse(server)
                : server;
    }

    private static boolean listens(String address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), ANSWER_MILLIS);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }
}

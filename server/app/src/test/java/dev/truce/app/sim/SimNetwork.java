package dev.truce.app.sim;

import dev.truce.protocol.framing.Stages;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Connections between clients and the server of the moment, and what goes wrong with them. */
final class SimNetwork {
    private final Agenda agenda;
    private final Agenda.Life life = new Agenda.Life();
    private final SimLoop clients;
    private final Frames frames;
    private final List<Link> links = new ArrayList<>();
    private @Nullable SimServer server;
    private int ports = 20_000;

    /** Sees each frame that a server writes, before it is bytes. */
    interface Frames {
        /** Returns what sees all that one connection of a server writes. */
        BiConsumer<SimChannel, Object> tap();
    }

    /** A connection. */
    static final class Link {
        private final SimPipe up;
        private final SimPipe down;
        private final SimChannel client;
        private final SimChannel server;

        Link(SimPipe up, SimPipe down, SimChannel client, SimChannel server) {
            this.up = up;
            this.down = down;
            this.client = client;
            this.server = server;
        }

        SimChannel client() {
            return client;
        }

        SimChannel server() {
            return server;
        }

        /** Breaks it: both ends notice, each in its time. */
        void cut() {
            up.cut();
            down.cut();
        }

        /** Loses all from now on in one direction or both, and tells nobody. */
        void lose(boolean toServer, boolean toClient) {
            if (toServer) {
                up.lose();
            }
            if (toClient) {
                down.lose();
            }
        }

        void clog(long untilNanos) {
            up.clog(untilNanos);
            down.clog(untilNanos);
        }
    }

    SimNetwork(Agenda agenda, Frames frames) {
        this.agenda = agenda;
        this.frames = frames;
        this.clients = new SimLoop(agenda, life);
    }

    SimLoop clients() {
        return clients;
    }

    /** From now on connections lead to another server, or to none. */
    void leadTo(@Nullable SimServer next) {
        server = next;
    }

    /** Connections that are open on both sides or on one. */
    List<Link> links() {
        links.removeIf(link -> !link.client.isOpen() && !link.server.isOpen());
        return links;
    }

    /** The server's machine is gone: its process, so that clients notice, or the machine, so that they do not. */
    void serverIsGone(boolean noticed) {
        for (Link link : List.copyOf(links)) {
            if (noticed) {
                link.down.cut();
                link.up.lose();
            } else {
                link.lose(true, true);
            }
        }
        links.clear();
    }

    /**
     * Connects.
     *
     * @param session acts on what comes; hears that the channel is active
     * @param refused told if there is nobody
     */
    void connect(int house, ChannelHandler session, Runnable refused) {
        int latency = agenda.between(100, 30_000);
        agenda.after(life, TimeUnit.MICROSECONDS.toNanos(2L * latency), () -> {
            SimServer now = server;
            if (now == null) {
                refused.run();
            } else {
                links.add(open(now, house, latency, session));
            }
        });
    }

    private Link open(SimServer now, int house, int latency, ChannelHandler session) {
        int capacity = agenda.now(100) ? agenda.between(2_048, 16_384) : 128 * 1024;
        SimPipe up = new SimPipe(agenda, life, latency, capacity);
        SimPipe down = new SimPipe(agenda, life, latency, capacity);
        InetAddress host = host(house);
        InetSocketAddress from = new InetSocketAddress(host, ++ports);
        SimChannel ofServer = new SimChannel(up, down, from);
        SimChannel ofClient = new SimChannel(down, up, from);
        now.accept(ofServer, host);
        ofServer.tap(frames.tap());
        ofClient.pipeline().addLast("client", new ChannelInitializer<SimChannel>() {
            @Override
            protected void initChannel(SimChannel channel) {
                Stages.addClient(channel.pipeline());
                channel.pipeline().addLast(Stages.SESSION, session);
            }
        });
        clients.register(ofClient);
        return new Link(up, down, ofClient, ofServer);
    }

    private static InetAddress host(int house) {
        try {
            return InetAddress.getByAddress(new byte[] {10, 0, (byte) (house >> 8), (byte) house});
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}

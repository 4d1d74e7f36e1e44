package dev.truce.app.net;

import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.Setting;
import dev.truce.app.config.StartException;
import dev.truce.app.host.service.Timers;
import dev.truce.app.http.Assets;
import dev.truce.app.http.Pages;
import dev.truce.app.net.budget.ConnectionLimits;
import dev.truce.app.net.budget.HeldBytes;
import dev.truce.app.net.connection.ConnectionServices;
import dev.truce.app.net.connection.NetListener;
import dev.truce.app.net.desk.DeskApi;
import dev.truce.protocol.message.Wire;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.EventExecutor;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The one port, and the one that sends browsers on to it: listens, and sets up connections. */
public final class Port {
    private static final int BACKLOG = 1_024;
    private static final long LATENESS_MILLIS = 100;
    private static final long CLOSE_SECONDS = 3;

    /** The port itself, and the one that sends browsers on to it, if there is one. */
    private final List<Channel> listeners;

    private final ConnectionLimits connectionLimits;
    private final HeldBytes heldBytes;

    private Port(List<Channel> listeners, ConnectionLimits connectionLimits, HeldBytes heldBytes) {
        this.listeners = listeners;
        this.connectionLimits = connectionLimits;
        this.heldBytes = heldBytes;
    }

    /**
     * Starts to listen.
     *
     * @param loops serve the connections
     * @param listening where, and by which settings
     * @param connectionServices what connections need of the server
     * @param page the files of the page
     * @param pages answers to HTTP
     * @param pageWorkers make pages
     * @param desks answers to desks over HTTP
     * @param timers when the certificate is looked at again
     * @throws StartException if it cannot
     */
    public static Port open(
            Loops loops,
            Listening listening,
            ConnectionServices connectionServices,
            Assets page,
            Pages pages,
            Executor pageWorkers,
            DeskApi desks,
            Timers timers)
            throws StartException {
        ServerConfig config = listening.config();
        AtomicInteger encrypted = new AtomicInteger();
        ConnectionLimits connectionLimits = new ConnectionLimits(config.limits());
        HeldBytes heldBytes = new HeldBytes(config.limits().heldBytes());
        HttpHandler.Hosts hosts = new HttpHandler.Hosts(
                page, pages, pageWorkers, desks, new OriginRule(config.origins(), config.names()));
        Function<Boolean, PortSetup> setup = redirects -> new PortSetup(
                connectionServices,
                connectionLimits,
                heldBytes,
                hosts,
                listening.tls(),
                new PortSetup.Redirects(config.publicUrl(), encrypted::get, redirects),
                config.isOn(Setting.PROXY_PROTOCOL));
        Channel listener = bind(loops, listening.address(), setup.apply(false), Setting.PORT);
        encrypted.set(((InetSocketAddress) listener.localAddress()).getPort());
        List<Channel> listeners = new ArrayList<>(List.of(listener));
        InetSocketAddress plain = listening.plain();
        if (plain != null) {
            try {
                listeners.add(bind(loops, plain, setup.apply(true), Setting.REDIRECT_PORT));
            } catch (StartException taken) {
                listener.close().awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
                throw taken;
            }
        }
        Certificates tls = listening.tls();
        if (tls != null) {
            tls.watch(timers, pageWorkers);
        }
        for (EventExecutor loop : loops.all()) {
            watch(loop, connectionServices.listener());
        }
        return new Port(List.copyOf(listeners), connectionLimits, heldBytes);
    }

    private static Channel bind(Loops loops, InetSocketAddress address, PortSetup setup, Setting port)
            throws StartException {
        Class<? extends ServerSocketChannel> type =
                Epoll.isAvailable() ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
        ChannelFuture bound = new ServerBootstrap()
                .group(loops.group())
                .channel(type)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_SNDBUF, Wire.SEND_BUFFER_BYTES)
                .childOption(
                        ChannelOption.WRITE_BUFFER_WATER_MARK,
                        new WriteBufferWaterMark(Wire.QUEUED_BYTES / 2, Wire.QUEUED_BYTES))
                .childHandler(setup)
                .bind(address)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw Listening.refused(address, port, bound.cause());
        }
        return bound.channel();
    }

    /** Asks a loop to run something at a time, again and again, and notes how late it was. */
    private static void watch(EventExecutor loop, NetListener listener) {
        long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LATENESS_MILLIS);
        loop.schedule(
                () -> {
                    listener.late(System.nanoTime() - due);
                    if (!loop.isShuttingDown()) {
                        watch(loop, listener);
                    }
                },
                LATENESS_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) listeners.get(0).localAddress();
    }

    /** Returns how many connections are open. */
    public int connections() {
        return connectionLimits.open();
    }

    /** Returns how many bytes are kept for all of them together. */
    public int heldBytes() {
        return Math.toIntExact(Math.min(heldBytes.held(), Integer.MAX_VALUE));
    }

    /** Says to all connections that are left that the server stops. */
    public void retire() {
        connectionLimits.retire();
    }

    /** Takes no more connections; those that are open stay. */
    public void stopListening() {
        listeners.forEach(listener -> listener.close().awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS));
    }
}

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
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
            ServerConfig config,
            ConnectionServices connectionServices,
            Assets page,
            Pages pages,
            Executor pageWorkers,
            DeskApi desks,
            Timers timers)
            throws StartException {
        InetSocketAddress address = config.address();
        ServerConfig.Tls files = config.tls();
        Certificates tls = files == null ? null : Certificates.of(files);
        if (tls == null && config.has(Setting.REDIRECT_PORT)) {
            throw new StartException(StartException.Code.BAD_TLS, "redirect", config.whole(Setting.REDIRECT_PORT));
        }
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
                tls,
                new PortSetup.Redirects(config.names(), encrypted::get, redirects),
                config.isOn(Setting.PROXY_PROTOCOL));
        Channel listener = bind(loops, address, setup.apply(false), Setting.PORT);
        encrypted.set(((InetSocketAddress) listener.localAddress()).getPort());
        List<Channel> listeners = new ArrayList<>(List.of(listener));
        if (config.has(Setting.REDIRECT_PORT)) {
            InetSocketAddress plain = new InetSocketAddress(address.getAddress(), config.whole(Setting.REDIRECT_PORT));
            try {
                listeners.add(bind(loops, plain, setup.apply(true), Setting.REDIRECT_PORT));
            } catch (StartException taken) {
                listener.close().awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
                throw taken;
            }
        }
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
            throw cannotListen(address, port, bound.cause());
        }
        return bound.channel();
    }

    /**
     * Finds out whether a server can listen, before it leaves a trace anywhere.
     *
     * @throws StartException if it cannot
     */
    public static void requireFree(ServerConfig config) throws StartException {
        InetSocketAddress address = config.address();
        requireFree(address, Setting.PORT);
        if (config.has(Setting.REDIRECT_PORT)) {
            requireFree(
                    new InetSocketAddress(address.getAddress(), config.whole(Setting.REDIRECT_PORT)),
                    Setting.REDIRECT_PORT);
        }
    }

    private static void requireFree(InetSocketAddress address, Setting port) throws StartException {
        try (ServerSocket tried = new ServerSocket()) {
            tried.setReuseAddress(true);
            tried.bind(address);
        } catch (IOException refused) {
            throw cannotListen(address, port, refused);
        }
    }

    private static StartException cannotListen(InetSocketAddress address, Setting port, Throwable cause) {
        return new StartException(
                isInUse(cause) ? StartException.Code.PORT_IN_USE : StartException.Code.BAD_HOST,
                "listen",
                address.getHostString() + ":" + address.getPort(),
                String.valueOf(cause.getMessage()),
                port.option() + " " + (address.getPort() + 1));
    }

    /** The native transport has its own exception for it, so the message has to tell. */
    private static boolean isInUse(Throwable cause) {
        String message = cause.getMessage();
        return message != null && message.toLowerCase(Locale.ROOT).contains("in use");
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

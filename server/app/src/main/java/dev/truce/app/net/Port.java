package dev.truce.app.net;

import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.Setting;
import dev.truce.app.config.StartException;
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
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.util.concurrent.EventExecutor;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The one port: listens, and sets up connections. */
public final class Port {
    private static final int BACKLOG = 1_024;
    private static final long LATENESS_MILLIS = 100;
    private static final long CLOSE_SECONDS = 3;

    private final Channel listener;
    private final ConnectionLimits connectionLimits;
    private final HeldBytes heldBytes;

    private Port(Channel listener, ConnectionLimits connectionLimits, HeldBytes heldBytes) {
        this.listener = listener;
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
     * @throws StartException if it cannot
     */
    public static Port open(
            Loops loops,
            ServerConfig config,
            ConnectionServices connectionServices,
            Assets page,
            Pages pages,
            Executor pageWorkers,
            DeskApi desks)
            throws StartException {
        InetSocketAddress address = config.address();
        SslContext tls = tls(config.tls());
        ConnectionLimits connectionLimits = new ConnectionLimits(config.limits());
        HeldBytes heldBytes = new HeldBytes(config.limits().heldBytes());
        Class<? extends ServerSocketChannel> type =
                Epoll.isAvailable() ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(loops.group())
                .channel(type)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_SNDBUF, Wire.SEND_BUFFER_BYTES)
                .childOption(
                        ChannelOption.WRITE_BUFFER_WATER_MARK,
                        new WriteBufferWaterMark(Wire.QUEUED_BYTES / 2, Wire.QUEUED_BYTES))
                .childHandler(new PortSetup(
                        connectionServices,
                        connectionLimits,
                        heldBytes,
                        new HttpHandler.Hosts(
                                page, pages, pageWorkers, desks, new OriginRule(config.origins(), config.names())),
                        tls,
                        config.isOn(Setting.PROXY_PROTOCOL)));
        ChannelFuture bound = bootstrap.bind(address).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new StartException(
                    isInUse(bound.cause()) ? StartException.Code.PORT_IN_USE : StartException.Code.BAD_HOST,
                    "listen",
                    config.text(Setting.HOST) + ":" + config.whole(Setting.PORT),
                    String.valueOf(bound.cause().getMessage()),
                    config.whole(Setting.PORT) + 1);
        }
        for (EventExecutor loop : loops.all()) {
            watch(loop, connectionServices.listener());
        }
        return new Port(bound.channel(), connectionLimits, heldBytes);
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

    /**
     * Insists on a certificate and a key that belong together.
     *
     * @throws StartException if they cannot be used
     */
    public static void requireUsable(ServerConfig.Tls files) throws StartException {
        tls(files);
    }

    private static @Nullable SslContext tls(ServerConfig.@Nullable Tls files) throws StartException {
        if (files == null) {
            return null;
        }
        try {
            // Only the version that knows no renegotiation.
            return SslContextBuilder.forServer(
                            files.certificate().toFile(), files.key().toFile())
                    .protocols("TLSv1.3")
                    .build();
        } catch (SSLException | IllegalArgumentException e) {
            throw new StartException(
                    StartException.Code.BAD_TLS,
                    "tls",
                    files.certificate(),
                    files.key(),
                    String.valueOf(e.getMessage()));
        }
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) listener.localAddress();
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
        listener.close().awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
    }
}

package dev.truce.app.net;

import dev.truce.app.net.budget.Budget;
import dev.truce.app.net.budget.ConnectionLimits;
import dev.truce.app.net.budget.HeldByConnection;
import dev.truce.app.net.budget.HeldBytes;
import dev.truce.app.net.connection.ClientConnection;
import dev.truce.app.net.connection.ConnectionServices;
import dev.truce.app.net.connection.ConnectionTracker;
import dev.truce.app.net.connection.DisconnectCause;
import dev.truce.app.quota.Owner;
import dev.truce.protocol.framing.Stages;
import dev.truce.protocol.message.Wire;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.stream.ChunkedWriteHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Sets up the pipeline of a connection, from its first byte on.
 *
 * <pre>
 * [proxied address], held bytes, connection tracker, [tls], protocol detector -> flood guard, flushes, the protocol's stages, connection, last resort
 *                          -> HTTP codec, redirect, last resort
 *                          -> flood guard, HTTP codec, aggregator, requests, last resort -> flood guard, tunnel, flushes, ...
 * </pre>
 */
final class PortSetup extends ChannelInitializer<SocketChannel> {
    private static final String HTTP = "http";
    private static final String PIECES = "http-pieces";
    private static final String LENGTH = "http-length";
    private static final String FLOW = "http-flow";
    private static final String REQUESTS = "http-requests";
    private static final String LAST = "last-resort";

    private static final int HTTP_LINE_BYTES = 2 * 1024;
    private static final int HTTP_HEADER_BYTES = 8 * 1024;

    /** Frames that may wait for others before they are sent; far fewer than a connection may have queued. */
    private static final int FLUSHES = Wire.QUEUED_MESSAGES / 4;

    private final ConnectionServices connectionServices;
    private final ConnectionLimits connectionLimits;
    private final HeldBytes heldBytes;
    private final HttpHandler.Hosts hosts;
    private final @Nullable Certificates tls;
    private final Redirects redirects;
    private final boolean proxied;

    /**
     * What becomes of HTTP that is not encrypted, where TLS is spoken.
     *
     * @param publicUrl address of the page as others reach it, or empty
     * @param port where the server encrypts
     * @param always whether this port does nothing else, also for this machine itself
     */
    record Redirects(String publicUrl, IntSupplier port, boolean always) {}

    PortSetup(
            ConnectionServices connectionServices,
            ConnectionLimits connectionLimits,
            HeldBytes heldBytes,
            HttpHandler.Hosts hosts,
            @Nullable Certificates tls,
            Redirects redirects,
            boolean proxied) {
        this.connectionServices = connectionServices;
        this.connectionLimits = connectionLimits;
        this.heldBytes = heldBytes;
        this.hosts = hosts;
        this.tls = tls;
        this.redirects = redirects;
        this.proxied = proxied;
    }

    @Override
    protected void initChannel(SocketChannel channel) {
        InetSocketAddress remote = channel.remoteAddress();
        if (remote == null) {
            // Gone before it was let in.
            channel.close();
        } else if (proxied) {
            ProxiedAddress.addTo(channel, this::begin);
        } else {
            begin(channel, remote.getAddress());
        }
    }

    /** Begins with a connection, once it is known from where it comes. */
    void begin(Channel channel, InetAddress address) {
        ConnectionTracker tracker = new ConnectionTracker(connectionLimits, connectionServices.listener(), address);
        Client client = new Client(
                tracker,
                new RequestDeadline(tracker, tls == null ? Wire.LOGIN_MILLIS : Wire.TLS_HANDSHAKE_MILLIS),
                address);
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.addLast(
                "held-bytes",
                new HeldByConnection(heldBytes, Owner.at(address), channel, client.connectionTracker::cutSlow));
        pipeline.addLast("connection-tracker", client.connectionTracker);
        pipeline.addLast("first-bytes", client.deadline);
        pipeline.addLast("protocol-detector", new ProtocolDetector() {
            @Override
            void heard(ChannelHandlerContext context, Language language) {
                sort(context, language, client, false);
            }
        });
        pipeline.addLast(LAST, new UncaughtHandler(client.connectionTracker, connectionServices.listener()));
    }

    /** Who is at the other end. */
    private record Client(ConnectionTracker connectionTracker, RequestDeadline deadline, InetAddress address) {}

    private void sort(
            ChannelHandlerContext context, ProtocolDetector.Language language, Client client, boolean encrypted) {
        switch (language) {
            case TLS -> {
                if (tls == null || encrypted || redirects.always()) {
                    refuse(context, client);
                } else {
                    encrypt(context, tls.current(), client);
                }
            }
            case HTTP, PROTOCOL -> {
                // Tokens would go over the network for all to read; on this machine nobody listens on the loop.
                if (redirects.always() || tls != null && !encrypted && !client.address.isLoopbackAddress()) {
                    if (language == ProtocolDetector.Language.HTTP) {
                        redirect(context.pipeline(), client);
                    } else {
                        refuse(context, client);
                    }
                    return;
                }
                // One for all that the connection asks for, also if it begins with HTTP and becomes a WebSocket.
                Budget budget = new Budget(context.executor().ticker().nanoTime());
                context.pipeline().addLast("flood-guard", new FloodGuard(budget, client.connectionTracker));
                if (language == ProtocolDetector.Language.HTTP) {
                    speakHttp(context.pipeline(), client, budget);
                } else {
                    speakProtocol(context.channel(), client, budget);
                }
            }
        }
    }

    private static void refuse(ChannelHandlerContext context, Client client) {
        client.connectionTracker.because(DisconnectCause.TLS_MISMATCH);
        context.close();
    }

    private void encrypt(ChannelHandlerContext context, SslContext contextOfTls, Client client) {
        SslHandler handler = contextOfTls.newHandler(context.alloc());
        handler.setHandshakeTimeout(Wire.TLS_HANDSHAKE_MILLIS, TimeUnit.MILLISECONDS);
        ChannelPipeline pipeline = context.pipeline();
        pipeline.addAfter(context.name(), Stages.TLS, handler);
        pipeline.addAfter(Stages.TLS, "detector-in-tls", new ProtocolDetector() {
            @Override
            void heard(ChannelHandlerContext inner, Language language) {
                sort(inner, language, client, true);
            }
        });
    }

    private static HttpServerCodec codec() {
        return new HttpServerCodec(new HttpDecoderConfig()
                .setMaxInitialLineLength(HTTP_LINE_BYTES)
                .setMaxHeaderSize(HTTP_HEADER_BYTES)
                .setMaxChunkSize(HttpHandler.BODY_BYTES));
    }

    private void redirect(ChannelPipeline pipeline, Client client) {
        pipeline.remove(LAST);
        client.connectionTracker.browses();
        pipeline.addLast(HTTP, codec());
        pipeline.addLast(REQUESTS, new RedirectHandler(redirects, client.connectionTracker));
        pipeline.addLast(LAST, new UncaughtHandler(client.connectionTracker, connectionServices.listener()));
    }

    private void speakHttp(ChannelPipeline pipeline, Client client, Budget budget) {
        pipeline.remove(LAST);
        client.connectionTracker.browses();
        pipeline.addLast(HTTP, codec());
        pipeline.addLast(PIECES, new ChunkedWriteHandler());
        pipeline.addLast(LENGTH, new HttpLength(hosts.desks().teaching(), client.deadline));
        pipeline.addLast(HttpLength.BODY, new HttpBody(HttpHandler.BODY_BYTES));
        // One request after the other, however many come in one go.
        pipeline.addLast(FLOW, new FlowControlHandler());
        // The handshake itself takes the HTTP stages out.
        pipeline.addLast(
                REQUESTS,
                new HttpHandler(
                        hosts,
                        new HttpHandler.Client(client.connectionTracker, client.deadline, budget, client.address),
                        connectionServices,
                        upgraded -> {
                            client.connectionTracker.upgraded();
                            upgraded.pipeline()
                                    .addLast("tunnel", new WebSocketTunnel(client.connectionTracker, budget));
                            speakProtocol(upgraded.channel(), client, budget);
                            upgraded.pipeline().remove(PIECES);
                            upgraded.pipeline().remove(FLOW);
                            upgraded.pipeline().remove(LENGTH);
                            upgraded.pipeline().remove(REQUESTS);
                        }));
        pipeline.addLast(LAST, new UncaughtHandler(client.connectionTracker, connectionServices.listener()));
    }

    private void speakProtocol(Channel channel, Client client, Budget budget) {
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.remove(LAST);
        pipeline.remove("first-bytes");
        // What is said within one turn of the loop goes out together: an answer, and what became visible with it.
        pipeline.addLast("flushes", new FlushConsolidationHandler(FLUSHES, true));
        Stages.addServer(pipeline);
        pipeline.addLast(
                Stages.SESSION,
                new ClientConnection(connectionServices, client.connectionTracker, client.address, channel, budget));
        pipeline.addLast(LAST, new UncaughtHandler(client.connectionTracker, connectionServices.listener()));
    }
}

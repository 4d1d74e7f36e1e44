package dev.truce.app.net;

import dev.truce.app.http.Pages;
import dev.truce.protocol.framing.Stages;
import dev.truce.protocol.message.Wire;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sets up the pipeline of a connection, from its first byte on.
 *
 * <pre>
 * lifeline, [tls], sniffer -> flood guard, the protocol's stages, flow control, link, last resort
 *                          -> HTTP codec, aggregator, http door, last resort -> flood guard, tunnel, the protocol's stages, ...
 * </pre>
 */
final class PortSetup extends ChannelInitializer<SocketChannel> {
    private static final int HTTP_LINE_BYTES = 2 * 1024;
    private static final int HTTP_HEADER_BYTES = 8 * 1024;
    private static final int HTTP_BODY_BYTES = 1024;

    private final Door door;
    private final Doorkeeper doorkeeper;
    private final Pages pages;
    private final Executor clerks;
    private final OriginRule origins;
    private final @Nullable SslContext tls;

    PortSetup(
            Door door,
            Doorkeeper doorkeeper,
            Pages pages,
            Executor clerks,
            OriginRule origins,
            @Nullable SslContext tls) {
        this.door = door;
        this.doorkeeper = doorkeeper;
        this.pages = pages;
        this.clerks = clerks;
        this.origins = origins;
        this.tls = tls;
    }

    @Override
    protected void initChannel(SocketChannel channel) {
        InetSocketAddress remote = channel.remoteAddress();
        if (remote == null) {
            // Gone before it was let in.
            channel.close();
            return;
        }
        Guest guest = new Guest(new Lifeline(doorkeeper, door.listener(), remote.getAddress()), remote.getAddress());
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.addLast("lifeline", guest.lifeline);
        pipeline.addLast("first-bytes", new FirstBytes(guest.lifeline, tls == null ? Wire.LOGIN : Wire.TLS_HANDSHAKE));
        pipeline.addLast("sniffer", new Sniffer() {
            @Override
            void heard(ChannelHandlerContext context, Language language) {
                sort(context, language, guest, false);
            }
        });
        pipeline.addLast("last-resort", new LastResort(guest.lifeline, door.listener()));
    }

    /** Who is at the other end. */
    private record Guest(Lifeline lifeline, InetAddress address) {}

    private void sort(ChannelHandlerContext context, Sniffer.Language language, Guest guest, boolean encrypted) {
        switch (language) {
            case TLS -> {
                if (tls == null || encrypted) {
                    refuse(context, guest);
                } else {
                    encrypt(context, tls, guest);
                }
            }
            case HTTP, PROTOCOL -> {
                // Tokens would go over the network for all to read; on this machine nobody listens on the loop.
                if (tls != null && !encrypted && !guest.address.isLoopbackAddress()) {
                    refuse(context, guest);
                } else if (language == Sniffer.Language.HTTP) {
                    speakHttp(context.pipeline(), guest);
                } else {
                    speakProtocol(context.channel(), guest);
                }
            }
        }
    }

    private static void refuse(ChannelHandlerContext context, Guest guest) {
        guest.lifeline.because(DisconnectCause.TLS_MISMATCH);
        context.close();
    }

    private void encrypt(ChannelHandlerContext context, SslContext contextOfTls, Guest guest) {
        SslHandler handler = contextOfTls.newHandler(context.alloc());
        handler.setHandshakeTimeout(Wire.TLS_HANDSHAKE.toMillis(), TimeUnit.MILLISECONDS);
        ChannelPipeline pipeline = context.pipeline();
        pipeline.addAfter(context.name(), Stages.TLS, handler);
        pipeline.addAfter(Stages.TLS, "inner-sniffer", new Sniffer() {
            @Override
            void heard(ChannelHandlerContext inner, Language language) {
                sort(inner, language, guest, true);
            }
        });
    }

    private void speakHttp(ChannelPipeline pipeline, Guest guest) {
        pipeline.remove("last-resort");
        HttpDecoderConfig config = new HttpDecoderConfig()
                .setMaxInitialLineLength(HTTP_LINE_BYTES)
                .setMaxHeaderSize(HTTP_HEADER_BYTES)
                .setMaxChunkSize(HTTP_BODY_BYTES);
        pipeline.addLast("http", new HttpServerCodec(config));
        pipeline.addLast("http-body", new HttpObjectAggregator(HTTP_BODY_BYTES, true));
        // The handshake itself takes the HTTP stages out.
        pipeline.addLast("http-door", new HttpDoor(pages, clerks, origins, guest.lifeline, door, upgraded -> {
            upgraded.pipeline().addLast("tunnel", new WebSocketTunnel(guest.lifeline));
            speakProtocol(upgraded.channel(), guest);
            upgraded.pipeline().remove("http-door");
        }));
        pipeline.addLast("last-resort", new LastResort(guest.lifeline, door.listener()));
    }

    private void speakProtocol(Channel channel, Guest guest) {
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.remove("last-resort");
        pipeline.remove("first-bytes");
        Budget budget = new Budget(System.nanoTime());
        pipeline.addLast("flood-guard", new FloodGuard(budget, guest.lifeline));
        Stages.addServer(pipeline);
        pipeline.addLast("flow", new FlowControlHandler());
        pipeline.addLast(Stages.SESSION, new Link(door, guest.lifeline, guest.address, channel, budget));
        pipeline.addLast("last-resort", new LastResort(guest.lifeline, door.listener()));
    }

    /** Gives up a connection that has not said in time what it wants, however busily it sends. */
    private static final class FirstBytes extends ChannelInboundHandlerAdapter {
        private final Lifeline lifeline;
        private final Duration time;
        private @Nullable Future<?> deadline;

        FirstBytes(Lifeline lifeline, Duration time) {
            this.lifeline = lifeline;
            this.time = time;
        }

        @Override
        public void handlerAdded(ChannelHandlerContext context) {
            deadline = context.executor()
                    .schedule(
                            () -> {
                                lifeline.because(DisconnectCause.LOGIN_TIMEOUT);
                                context.close();
                            },
                            time.toMillis(),
                            TimeUnit.MILLISECONDS);
        }

        @Override
        public void handlerRemoved(ChannelHandlerContext context) {
            Future<?> waiting = deadline;
            if (waiting != null) {
                waiting.cancel(false);
            }
        }
    }
}

package dev.truce.app.net;

import dev.truce.app.http.Pages;
import dev.truce.protocol.framing.Stages;
import dev.truce.protocol.message.Wire;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.timeout.ReadTimeoutHandler;
import java.net.InetAddress;
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
    private final Pages pages;
    private final Executor clerks;
    private final OriginRule origins;
    private final @Nullable SslContext tls;

    PortSetup(Door door, Pages pages, Executor clerks, OriginRule origins, @Nullable SslContext tls) {
        this.door = door;
        this.pages = pages;
        this.clerks = clerks;
        this.origins = origins;
        this.tls = tls;
    }

    @Override
    protected void initChannel(SocketChannel channel) {
        Lifeline lifeline = new Lifeline(door.doorkeeper(), door.meters());
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.addLast("lifeline", lifeline);
        // Until it is known what the connection speaks there is no other deadline.
        pipeline.addLast("first-bytes", new FirstBytes(lifeline));
        pipeline.addLast("sniffer", new Sniffer() {
            @Override
            void heard(ChannelHandlerContext context, Language language) {
                sort(context, language, lifeline, false);
            }
        });
        pipeline.addLast("last-resort", new LastResort(lifeline, door.meters()));
    }

    private void sort(ChannelHandlerContext context, Sniffer.Language language, Lifeline lifeline, boolean encrypted) {
        switch (language) {
            case TLS -> {
                if (tls == null || encrypted) {
                    refuse(context, lifeline);
                } else {
                    encrypt(context, tls, lifeline);
                }
            }
            case HTTP, PROTOCOL -> {
                if (tls != null && !encrypted && !isLocal(context.channel())) {
                    refuse(context, lifeline);
                } else if (language == Sniffer.Language.HTTP) {
                    speakHttp(context, lifeline);
                } else {
                    speakProtocol(context.channel(), lifeline);
                }
            }
        }
    }

    /** Tokens would go over the network for all to read; on this machine nobody listens on the loop. */
    private static boolean isLocal(Channel channel) {
        return address(channel).isLoopbackAddress();
    }

    private static InetAddress address(Channel channel) {
        return ((SocketChannel) channel).remoteAddress().getAddress();
    }

    private static void refuse(ChannelHandlerContext context, Lifeline lifeline) {
        lifeline.because(DisconnectCause.TLS_MISMATCH);
        context.close();
    }

    private void encrypt(ChannelHandlerContext context, SslContext contextOfTls, Lifeline lifeline) {
        SslHandler handler = contextOfTls.newHandler(context.alloc());
        handler.setHandshakeTimeout(Wire.TLS_HANDSHAKE.toMillis(), TimeUnit.MILLISECONDS);
        ChannelPipeline pipeline = context.pipeline();
        pipeline.addAfter(context.name(), Stages.TLS, handler);
        pipeline.addAfter(Stages.TLS, "inner-sniffer", new Sniffer() {
            @Override
            void heard(ChannelHandlerContext inner, Language language) {
                sort(inner, language, lifeline, true);
            }
        });
    }

    private void speakHttp(ChannelHandlerContext context, Lifeline lifeline) {
        ChannelPipeline pipeline = context.pipeline();
        pipeline.remove("last-resort");
        HttpDecoderConfig config = new HttpDecoderConfig()
                .setMaxInitialLineLength(HTTP_LINE_BYTES)
                .setMaxHeaderSize(HTTP_HEADER_BYTES)
                .setMaxChunkSize(HTTP_BODY_BYTES);
        pipeline.addLast("http", new HttpServerCodec(config));
        pipeline.addLast("http-body", new HttpObjectAggregator(HTTP_BODY_BYTES, true));
        pipeline.addLast("http-door", new HttpDoor(pages, clerks, origins, lifeline, door, upgraded -> {
            upgraded.pipeline().addLast("tunnel", new WebSocketTunnel(lifeline));
            upgraded.pipeline().remove("http-body");
            speakProtocol(upgraded.channel(), lifeline);
            upgraded.pipeline().remove("http-door");
        }));
        pipeline.addLast("last-resort", new LastResort(lifeline, door.meters()));
    }

    private void speakProtocol(Channel channel, Lifeline lifeline) {
        ChannelPipeline pipeline = channel.pipeline();
        pipeline.remove("last-resort");
        pipeline.remove("first-bytes");
        Budget budget = new Budget(System.nanoTime());
        pipeline.addLast("flood-guard", new FloodGuard(budget, lifeline));
        Stages.addServer(pipeline);
        pipeline.addLast("flow", new FlowControlHandler());
        pipeline.addLast(Stages.SESSION, new Link(door, lifeline, address(channel), channel, budget));
        pipeline.addLast("last-resort", new LastResort(lifeline, door.meters()));
    }

    /** Gives up a connection that does not say in time what it wants, or an HTTP request that does not end. */
    private static final class FirstBytes extends ReadTimeoutHandler {
        private final Lifeline lifeline;

        FirstBytes(Lifeline lifeline) {
            super(Wire.LOGIN.toMillis(), TimeUnit.MILLISECONDS);
            this.lifeline = lifeline;
        }

        @Override
        protected void readTimedOut(ChannelHandlerContext context) {
            lifeline.because(DisconnectCause.LOGIN_TIMEOUT);
            context.close();
        }
    }
}

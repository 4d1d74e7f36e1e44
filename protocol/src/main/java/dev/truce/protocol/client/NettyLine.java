package dev.truce.protocol.client;

import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.protocol.framing.BadFrame;
import dev.truce.protocol.framing.Stages;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.Unreadable;
import dev.truce.protocol.message.Wire;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.security.cert.CertificateException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** Connections of one client, one after the other, all on one event loop, which is the conversation's thread. */
final class NettyLine implements ConversationPort {
    private static final int MAX_CAUSES = 16;

    private final ConnectionOptions options;
    private final Transport transport;
    private final boolean ownsTransport;
    private final EventLoop loop;
    private final Conversation conversation;
    private final CompletableFuture<Reply<Conversation.Place>> opened = new CompletableFuture<>();
    private @Nullable Channel channel;
    private boolean ended;

    NettyLine(
            ConnectionOptions options,
            @Nullable ResumeTicket ticket,
            SeatListener listener,
            Transport transport,
            boolean ownsTransport) {
        this.options = options;
        this.transport = transport;
        this.ownsTransport = ownsTransport;
        this.loop = transport.loops().next();
        this.conversation = new Conversation(options.speaker(), ticket, listener, this, opened::complete);
    }

    EventLoop loop() {
        return loop;
    }

    Conversation conversation() {
        return conversation;
    }

    /** Completes when the first connection is up, with the place if there is one, or with why it is not. */
    CompletableFuture<Reply<Conversation.Place>> opened() {
        return opened;
    }

    @Override
    public void connect() {
        if (ended) {
            return;
        }
        Bootstrap bootstrap = new Bootstrap()
                .group(loop)
                .channel(transport.channel())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        options.waits().connectMillis())
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel made) {
                        SSLContext tls = options.tls();
                        if (tls != null) {
                            made.pipeline().addLast(Stages.TLS, encryption(tls, made));
                        }
                        Stages.addClient(made.pipeline());
                        made.pipeline().addLast(Stages.SESSION, new Session());
                    }
                });
        ChannelFuture connecting = bootstrap.connect(options.host(), options.port());
        connecting.addListener(done -> {
            if (!done.isSuccess()) {
                conversation.lost(reason(done.cause()));
            }
        });
    }

    private SslHandler encryption(SSLContext tls, SocketChannel made) {
        SslHandler handler =
                new JdkSslContext(tls, true, ClientAuth.NONE).newHandler(made.alloc(), options.host(), options.port());
        SSLParameters checked = handler.engine().getSSLParameters();
        checked.setEndpointIdentificationAlgorithm("HTTPS");
        handler.engine().setSSLParameters(checked);
        handler.setHandshakeTimeoutMillis(Wire.TLS_HANDSHAKE_MILLIS);
        return handler;
    }

    /** Returns what is wrong with a certificate if that is why a connection failed, or null. */
    private static @Nullable CertificateException certificate(Throwable fault) {
        Throwable cause = fault;
        for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
            if (cause instanceof CertificateException wrong) {
                return wrong;
            }
            cause = cause.getCause();
        }
        return null;
    }

    private static Refusal reason(@Nullable Throwable cause) {
        String message = cause == null ? null : cause.getMessage();
        return message == null
                ? unreachable("none")
                : Refusal.of(ClientCode.UNREACHABLE, "").naming(message);
    }

    private static Refusal unreachable(String sentence, Object... named) {
        return Refusal.of(ClientCode.UNREACHABLE, "").because("refused.unreachable." + sentence, named);
    }

    @Override
    public void send(ClientFrame frame) {
        if (channel != null) {
            channel.writeAndFlush(frame);
        }
    }

    @Override
    public void drop() {
        if (channel != null) {
            channel.close();
        }
    }

    @Override
    public Timer after(long millis, Runnable task) {
        Future<?> waiting = loop.schedule(task, millis, TimeUnit.MILLISECONDS);
        return () -> waiting.cancel(false);
    }

    @Override
    public long nowMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    @Override
    public void failed(RuntimeException fault) {
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, fault);
    }

    @Override
    public void end() {
        ended = true;
        drop();
        if (ownsTransport) {
            transport.close();
        }
    }

    /** Hands what is heard to the conversation. */
    private final class Session extends ChannelInboundHandlerAdapter {
        private Refusal why = unreachable("closed");

        @Override
        public void channelActive(ChannelHandlerContext ctx) {
            if (ended) {
                ctx.close();
                return;
            }
            channel = ctx.channel();
            conversation.connected();
        }

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            if (message instanceof ServerFrame frame) {
                conversation.heard(frame);
            } else if (message instanceof Unreadable unreadable) {
                conversation.unreadable(unreadable);
            } else {
                ReferenceCountUtil.release(message);
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext ctx) {
            if (channel == ctx.channel()) {
                channel = null;
                conversation.lost(why);
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            why = cause instanceof BadFrame bad ? unreachable("broken", bad.kind()) : reason(cause);
            CertificateException certificate = certificate(cause);
            if (certificate != null) {
                conversation.untrusted(String.valueOf(certificate.getMessage()));
            }
            ctx.close();
        }
    }
}

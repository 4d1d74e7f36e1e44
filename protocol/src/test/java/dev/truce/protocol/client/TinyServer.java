package dev.truce.protocol.client;

import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.protocol.framing.Stages;
import dev.truce.protocol.message.ClientFrame;
import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.ServerFrame;
import dev.truce.protocol.message.ServerMessage;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslContext;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One seat of one match on a real port of this machine: seals moves once, numbers its events, takes seats over. */
final class TinyServer implements AutoCloseable {
    private final MultiThreadIoEventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final @Nullable SslContext tls;
    private Channel listening;
    private final int port;

    // Everything below is touched by the one event loop, or under the lock of this object.
    private final Map<String, ServerMessage> moves = new LinkedHashMap<>();
    private final List<ServerFrame> events = new ArrayList<>();
    private final List<ClientMessage> dealings = new ArrayList<>();
    private final List<String> received = new ArrayList<>();
    private @Nullable Channel seat;
    private int tokens;
    private boolean muteAnswers;
    private boolean refuseVersion;

    TinyServer(@Nullable SslContext tls) {
        this.tls = tls;
        this.listening = listen(0);
        this.port = ((InetSocketAddress) listening.localAddress()).getPort();
    }

    int port() {
        return port;
    }

    private Channel listen(int wanted) {
        return new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel made) {
                        if (tls != null) {
                            made.pipeline().addLast(Stages.TLS, tls.newHandler(made.alloc()));
                        }
                        Stages.addServer(made.pipeline());
                        made.pipeline().addLast(Stages.SESSION, new Session());
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), wanted)
                .syncUninterruptibly()
                .channel();
    }

    /** Nobody can connect any more, and whoever is connected is cut off. */
    void stopListening() {
        Channel port;
        synchronized (this) {
            port = listening;
        }
        port.close().syncUninterruptibly();
        cut();
    }

    /** Listens again on the same port. */
    synchronized void listenAgain() {
        listening = listen(port);
    }

    /** Cuts the connection of the seat. Waits without the lock, as the event loop that closes may be about to answer. */
    void cut() {
        Channel cut;
        synchronized (this) {
            cut = seat;
        }
        if (cut != null) {
            cut.close().syncUninterruptibly();
        }
    }

    /** Seals moves from now on without saying so: the answer is lost. */
    synchronized void mute(boolean mute) {
        muteAnswers = mute;
    }

    synchronized void refuseTheVersion() {
        refuseVersion = true;
    }

    /** Tells the seat something. */
    synchronized void tell(int round) {
        ServerFrame event = new ServerFrame(
                "busan-1.0.0",
                events.size() + 1,
                0,
                round,
                0,
                new ServerMessage.Told(new Notice.SeatStatus(Seat.CN_HEAD, round, true, false), 0));
        events.add(event);
        if (seat != null) {
            seat.writeAndFlush(event);
        }
    }

    /** Returns the kinds of requests so far. */
    synchronized List<String> received() {
        return List.copyOf(received);
    }

    /** Returns what was said about offers, notice and talk. */
    synchronized List<ClientMessage> dealings() {
        return List.copyOf(dealings);
    }

    /** Returns how many moves were sealed, each counted once. */
    synchronized int sealed() {
        return moves.size();
    }

    private synchronized void answer(ChannelHandlerContext ctx, ClientFrame frame) {
        received.add(frame.body().getClass().getSimpleName());
        ClientMessage body = frame.body();
        if (body instanceof ClientMessage.Hello) {
            Stages.loggedIn(ctx.pipeline());
            reply(
                    ctx,
                    frame,
                    refuseVersion
                            ? new ServerMessage.Refused(
                                    Refusal.of(ConnectionCode.UNSUPPORTED_VERSION, "proto_version")
                                            .saying("Too old.")
                                            .legal("2"),
                                    "")
                            : new ServerMessage.Welcome(
                                    "1.0.0",
                                    "2025-11",
                                    List.of(),
                                    1,
                                    new ServerMessage.Limits(4096, 65_536, 15_000, 30_000, 24, 0),
                                    ""));
        } else if (body instanceof ClientMessage.CreateRoom) {
            reply(ctx, frame, new ServerMessage.RoomCreated("ABCDEFGH", "m1", nextToken()));
        } else if (body instanceof ClientMessage.JoinRoom) {
            take(ctx);
            reply(ctx, frame, new ServerMessage.Seated("m1", "ABCDEFGH", Seat.US_HEAD, nextToken(), "HAWK"));
        } else if (body instanceof ClientMessage.Direct) {
            reply(ctx, frame, new ServerMessage.Saved("", 0, 0, 6));
        } else if (body instanceof ClientMessage.Resume resume) {
            resume(ctx, frame, resume);
        } else if (body instanceof ClientMessage.Do does && does.deed() instanceof Deed.Submit submit) {
            ServerMessage first = moves.computeIfAbsent(
                    does.key(),
                    key -> new ServerMessage.Saved(
                            key, does.round(), submit.orders().size(), 1_000 + moves.size()));
            if (!muteAnswers) {
                reply(ctx, frame, first);
            }
        } else if (body instanceof ClientMessage.Do does && does.deed() instanceof Deed.Ready) {
            reply(ctx, frame, new ServerMessage.Saved(does.key(), does.round(), 0, 7));
        } else if (body instanceof ClientMessage.Do does && does.deed() instanceof Deed.Undo) {
            reply(
                    ctx,
                    frame,
                    new ServerMessage.Refused(
                            Refusal.of(RefusalCode.STALE_ROUND, "round_id")
                                    .saying("Round 1 is over.")
                                    .legal("2"),
                            ""));
        } else if (body instanceof ClientMessage.Ping ping) {
            reply(ctx, frame, new ServerMessage.Pong(ping.nonce(), 1));
        } else {
            dealings.add(body);
            reply(ctx, frame, new ServerMessage.Saved("", 1, 0, 8));
        }
    }

    private void resume(ChannelHandlerContext ctx, ClientFrame frame, ClientMessage.Resume resume) {
        if (!resume.token().equals("token" + tokens)) {
            reply(
                    ctx,
                    frame,
                    new ServerMessage.Refused(
                            Refusal.of(ConnectionCode.BAD_TOKEN, "token").saying("Replaced."), ""));
            return;
        }
        take(ctx);
        int from = (int) Math.min(resume.lastSeq(), events.size());
        reply(
                ctx,
                frame,
                new ServerMessage.Resumed(
                        "m1", "ABCDEFGH", Seat.US_HEAD, Viewer.US, nextToken(), from + 1, 0, 0, null));
        events.subList(from, events.size()).forEach(ctx::writeAndFlush);
    }

    private void take(ChannelHandlerContext ctx) {
        Channel before = seat;
        seat = ctx.channel();
        if (before != null && before.isActive()) {
            before.writeAndFlush(ServerFrame.answer("busan-1.0.0", 0, new ServerMessage.TakenOver()));
        }
    }

    private String nextToken() {
        tokens++;
        return "token" + tokens;
    }

    private static void reply(ChannelHandlerContext ctx, ClientFrame frame, ServerMessage body) {
        ctx.writeAndFlush(ServerFrame.answer("busan-1.0.0", frame.requestId(), body));
    }

    private final class Session extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            answer(ctx, (ClientFrame) message);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            ctx.close();
        }
    }

    @Override
    public void close() {
        loop.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }
}

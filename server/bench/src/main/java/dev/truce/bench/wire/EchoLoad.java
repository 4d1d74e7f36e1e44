package dev.truce.bench.wire;

import dev.truce.bench.setting.BenchException;
import dev.truce.protocol.framing.FrameDecoder;
import dev.truce.protocol.message.Wire;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends the frames of recorded matches to an echo: each connection sends a frame, waits for all that followed it in the match, and sends
 * the next. The two sides of a match do not wait for each other.
 */
final class EchoLoad implements WireBenchmark.Load {
    private final int port;
    private final List<MatchTrace> traces;
    private final MoveMeter meter;
    private final MultiThreadIoEventLoopGroup loops;
    private final Class<? extends Channel> type;
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private final AtomicInteger places = new AtomicInteger();
    private volatile boolean isClosed;

    /**
     * Prepares a load.
     *
     * @param port the echo's port on the loop
     * @param traces what is sent, one after the other
     * @param meter hears of the moves
     */
    EchoLoad(int port, List<MatchTrace> traces, MoveMeter meter) {
        this.port = port;
        this.traces = traces;
        this.meter = meter;
        boolean epoll = Epoll.isAvailable();
        IoHandlerFactory io = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        this.loops =
                new MultiThreadIoEventLoopGroup(GameLoad.THREADS, new DefaultThreadFactory("bench-echo", true), io);
        this.type = epoll ? EpollSocketChannel.class : NioSocketChannel.class;
    }

    @Override
    public void keepPlaying(int matches) {
        for (int i = 0; i < matches; i++) {
            int place = places.getAndIncrement();
            connect(new Script(place, 0, true));
            connect(new Script(place, 0, false));
        }
    }

    private void connect(Script script) {
        new Bootstrap()
                .group(loops)
                .channel(type)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(new FrameDecoder(Wire.SERVER_FRAME_BYTES), new Sender(script));
                    }
                })
                .connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .addListener(done -> {
                    if (!done.isSuccess()) {
                        fail(new BenchException("the echo cannot be reached", done.cause()));
                    }
                });
    }

    private void fail(Throwable cause) {
        if (!isClosed) {
            failure.completeExceptionally(cause);
        }
    }

    @Override
    public CompletableFuture<Void> failure() {
        return failure;
    }

    @Override
    public void close() {
        isClosed = true;
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
    }

    /**
     * What a connection sends.
     *
     * @param place which of the matches at the same time
     * @param number which of the matches one after the other
     * @param us whether as the US
     */
    private record Script(int place, int number, boolean us) {
        MatchTrace trace(List<MatchTrace> traces) {
            return traces.get((place + number) % traces.size());
        }

        /** Both sides of a match have the same number, which no other match has. */
        int match() {
            return number * WireSettings.MAX_MATCHES + place;
        }

        Script next() {
            return new Script(place, number + 1, us);
        }
    }

    /** Sends frame after frame. */
    private final class Sender extends SimpleChannelInboundHandler<ByteBuf> {
        private final Script script;
        private final List<FrameTrace.Exchange> exchanges;
        private final List<Integer> entries;
        private final int before;
        private final List<Long> unanswered = new ArrayList<>();
        private int at = -1;
        private int missing;

        Sender(Script script) {
            this.script = script;
            MatchTrace trace = script.trace(traces);
            this.exchanges = (script.us ? trace.us() : trace.cn()).exchanges();
            this.entries = trace.entries();
            this.before = script.us ? MatchTrace.BEFORE_US : MatchTrace.BEFORE_CN;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            sendNext(context);
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, ByteBuf frame) {
            // The first of the replies is the acknowledgement of all that was sent.
            unanswered.forEach(meter::acknowledged);
            unanswered.clear();
            missing--;
            if (missing == 0) {
                sendNext(context);
            }
        }

        /** Sends frames up to the next one that is answered; closes the connection after the last. */
        private void sendNext(ChannelHandlerContext context) {
            while (missing == 0 && at + 1 < exchanges.size()) {
                at++;
                send(context, exchanges.get(at));
            }
            context.flush();
            if (missing == 0) {
                end(context);
            }
        }

        private void send(ChannelHandlerContext context, FrameTrace.Exchange exchange) {
            int[] replies =
                    exchange.replies().stream().mapToInt(Integer::intValue).toArray();
            missing = replies.length;
            // Nothing is saved for the hello.
            int entry = at == 0 ? 0 : entries.get(at % entries.size());
            ByteBuf out = context.alloc().directBuffer(EchoFrame.sizeWithLength(exchange.request()));
            new EchoFrame(script.match(), entry, replies).write(exchange.request(), out);
            if (at >= before) {
                unanswered.add(System.nanoTime());
            }
            context.write(out, context.voidPromise());
        }

        private void end(ChannelHandlerContext context) {
            if (script.us) {
                meter.matchEnded();
            }
            at = exchanges.size();
            context.close();
            if (!isClosed) {
                connect(script.next());
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            if (at < exchanges.size()) {
                fail(new BenchException("the echo closed a connection"));
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            fail(cause);
            context.close();
        }
    }
}

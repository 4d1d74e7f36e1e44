package dev.truce.bench.wire;

import dev.truce.bench.setting.BenchException;
import dev.truce.protocol.framing.FrameDecoder;
import dev.truce.protocol.message.Wire;
import dev.truce.store.Batch;
import dev.truce.store.Entry;
import dev.truce.store.StoredRoom;
import dev.truce.store.journal.Journal;
import dev.truce.store.journal.Journal.CommitListener;
import dev.truce.store.sqlite.SqliteStore;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Answers each frame with the frames that it asks for. With a journal, it first saves as many bytes as the frame says, in groups as the
 * server of matches does, and answers after the commit.
 */
final class EchoServer implements AutoCloseable {
    private static final int BACKLOG = 1_024;
    /** As many as the server of matches lets wait. */
    private static final int WAITING_WRITES = 4_096;

    private final MultiThreadIoEventLoopGroup loops;
    private final @Nullable Journal journal;
    private final Map<Integer, Stream> streams = new ConcurrentHashMap<>();
    private int port;

    private EchoServer(MultiThreadIoEventLoopGroup loops, @Nullable Journal journal) {
        this.loops = loops;
        this.journal = journal;
    }

    /** What is saved of one match. */
    private record Stream(String matchId, AtomicLong sequence) {}

    /** Starts an echo that saves nothing, on a free port of the loop. */
    static EchoServer start() {
        return start((Journal) null);
    }

    /** Starts an echo that saves in a directory. */
    static EchoServer start(Path directory) {
        return start(new Journal(SqliteStore.open(directory), CommitListener.NONE, Clock.systemUTC(), WAITING_WRITES));
    }

    private static EchoServer start(@Nullable Journal journal) {
        boolean epoll = Epoll.isAvailable();
        IoHandlerFactory io = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        EchoServer server =
                new EchoServer(new MultiThreadIoEventLoopGroup(0, new DefaultThreadFactory("echo", true), io), journal);
        ChannelFuture bound = new ServerBootstrap()
                .group(server.loops)
                .channel(epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_SNDBUF, Wire.SEND_BUFFER_BYTES)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(new FrameDecoder(Wire.FRAME_BYTES), server.new Echo());
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), 0)
                .syncUninterruptibly();
        Channel listener = bound.channel();
        server.port = ((InetSocketAddress) listener.localAddress()).getPort();
        return server;
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        if (journal != null) {
            // First, since it tells the loops what it has saved.
            journal.close();
        }
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
    }

    /** Opens the room of a match, which its entries refer to. */
    private static Stream open(int match, Journal journal) {
        Stream stream = new Stream("m" + match, new AtomicLong());
        if (!journal.reserve()) {
            throw new BenchException("the journal takes no room");
        }
        StoredRoom room = new StoredRoom(stream.matchId, stream.matchId, "echo", "echo", "", new byte[0], 0, true, 0);
        journal.write(new Batch(stream.matchId, 0, List.of(new Entry.RoomOpened(room))), Journal.Sender.NONE);
        stream.sequence.set(1);
        return stream;
    }

    /** One connection. */
    private final class Echo extends SimpleChannelInboundHandler<ByteBuf> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, ByteBuf in) {
            EchoFrame frame = EchoFrame.read(in);
            if (journal == null || frame.entry() == 0) {
                answer(context, frame);
            } else {
                save(context, frame, journal);
            }
        }

        private void save(ChannelHandlerContext context, EchoFrame frame, Journal saving) {
            Stream stream = streams.computeIfAbsent(frame.match(), match -> open(match, saving));
            if (!saving.reserve()) {
                throw new BenchException("the journal takes no entry");
            }
            Journal.Sender sender = new Journal.Sender() {
                @Override
                public void durable(long unixMillis) {
                    context.executor().execute(() -> answer(context, frame));
                }

                @Override
                public void failed() {
                    context.close();
                }
            };
            List<Entry> entries = List.of(new Entry.InputAccepted(new byte[frame.entry()]));
            // Both sides of a match write to its stream.
            synchronized (stream.sequence) {
                saving.write(new Batch(stream.matchId, stream.sequence.getAndIncrement(), entries), sender);
            }
        }

        private void answer(ChannelHandlerContext context, EchoFrame frame) {
            for (int reply : frame.replies()) {
                ByteBuf out = context.alloc().directBuffer(EchoFrame.sizeWithLength(reply));
                EchoFrame.writeBlank(reply, out);
                context.write(out, context.voidPromise());
            }
            context.flush();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            // A driver that ends closes its connections as they are; whatever else it is, the driver notices that this
            // one is closed.
            context.close();
        }
    }
}

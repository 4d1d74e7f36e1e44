package dev.truce.protocol.client;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;

/** The threads of one or many clients; closing it ends their connections. */
public final class Transport implements AutoCloseable {
    private final EventLoopGroup loops;
    private final Class<? extends Channel> channel;

    private Transport(EventLoopGroup loops, Class<? extends Channel> channel) {
        this.loops = loops;
        this.channel = channel;
    }

    /**
     * Starts daemon threads.
     *
     * @param threads how many, at least 1; one is enough for hundreds of clients
     */
    public static Transport start(int threads) {
        DefaultThreadFactory daemons = new DefaultThreadFactory("truce-client", true);
        if (Epoll.isAvailable()) {
            return new Transport(
                    new MultiThreadIoEventLoopGroup(threads, daemons, EpollIoHandler.newFactory()),
                    EpollSocketChannel.class);
        }
        return new Transport(
                new MultiThreadIoEventLoopGroup(threads, daemons, NioIoHandler.newFactory()), NioSocketChannel.class);
    }

    EventLoopGroup loops() {
        return loops;
    }

    Class<? extends Channel> channel() {
        return channel;
    }

    /** Ends the threads within a second; does not wait for them. */
    @Override
    public void close() {
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }
}

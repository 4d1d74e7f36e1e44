package dev.truce.app.net;

import dev.truce.app.host.service.MatchServices.MatchWorkers;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.NettyRuntime;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that serve connections, and run the tasks of matches: so a move waits for no other thread before it is judged, nor after it
 * is saved.
 */
public final class Loops implements MatchWorkers, AutoCloseable {
    private static final long CLOSE_SECONDS = 3;

    private final EventLoopGroup group;
    private final List<EventExecutor> loops = new ArrayList<>();
    private final AtomicInteger matches = new AtomicInteger();

    Loops(EventLoopGroup group) {
        this.group = group;
        group.forEach(loops::add);
    }

    public static Loops start() {
        IoHandlerFactory io = Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        // One loop for each processor: with two, as Netty has it, each finds less to do in one turn and sleeps and
        // wakes more often.
        return new Loops(new MultiThreadIoEventLoopGroup(
                NettyRuntime.availableProcessors(), new DefaultThreadFactory("truce-net", true), io));
    }

    EventLoopGroup group() {
        return group;
    }

    /** Each loop alone, since meters want single executors. */
    public Iterable<EventExecutor> all() {
        return loops;
    }

    /** Each task runs on the loop that asks; if none asks, as after a commit, on the one that asked last. */
    @Override
    public Executor ofMatch() {
        return new OfMatch(loops.get(Math.floorMod(matches.getAndIncrement(), loops.size())));
    }

    private final class OfMatch implements Executor {
        private volatile EventExecutor last;

        OfMatch(EventExecutor first) {
            last = first;
        }

        @Override
        public void execute(Runnable task) {
            EventExecutor known = last;
            if (!known.inEventLoop()) {
                for (EventExecutor loop : loops) {
                    if (loop.inEventLoop()) {
                        known = loop;
                        last = loop;
                    }
                }
            }
            known.execute(task);
        }
    }

    /** Stops them, with all that they serve. Takes a few seconds at most. */
    @Override
    public void close() {
        // A loop that shuts down closes its connections before it does what it was asked for last, such as to say why.
        for (EventExecutor loop : group) {
            loop.submit(() -> {}).awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
        }
        group.shutdownGracefully(100, TimeUnit.SECONDS.toMillis(CLOSE_SECONDS), TimeUnit.MILLISECONDS)
                .awaitUninterruptibly(2 * CLOSE_SECONDS, TimeUnit.SECONDS);
    }
}

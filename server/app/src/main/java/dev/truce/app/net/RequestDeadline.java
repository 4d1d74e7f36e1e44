package dev.truce.app.net;

import dev.truce.app.net.connection.ConnectionTracker;
import dev.truce.app.net.connection.DisconnectCause;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Gives up a connection that has not said in time what it wants, however busily it sends. Confined to its event loop. */
final class RequestDeadline extends ChannelInboundHandlerAdapter {
    private final ConnectionTracker connectionTracker;
    private final long firstMillis;
    private @Nullable ChannelHandlerContext context;
    private @Nullable Future<?> waiting;

    /**
     * @param firstMillis how long the first request may take
     */
    RequestDeadline(ConnectionTracker connectionTracker, long firstMillis) {
        this.connectionTracker = connectionTracker;
        this.firstMillis = firstMillis;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
        start(firstMillis);
    }

    /** The next request has to be here after so many milliseconds. */
    void start(long millis) {
        stop();
        ChannelHandlerContext known = context;
        if (known != null && !known.isRemoved()) {
            waiting = known.executor()
                    .schedule(
                            () -> {
                                connectionTracker.because(DisconnectCause.LOGIN_TIMEOUT);
                                known.close();
                            },
                            millis,
                            TimeUnit.MILLISECONDS);
        }
    }

    /** A request is here. */
    void stop() {
        Future<?> deadline = waiting;
        waiting = null;
        if (deadline != null) {
            deadline.cancel(false);
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext removed) {
        stop();
    }
}

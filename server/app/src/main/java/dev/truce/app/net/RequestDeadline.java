package dev.truce.app.net;

import dev.truce.app.net.connection.ConnectionTracker;
import dev.truce.app.net.connection.DisconnectCause;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Gives up a connection that has not said in time what it wants, however busily it sends. Confined to its event loop. */
final class RequestDeadline extends ChannelInboundHandlerAdapter {
    private final ConnectionTracker connectionTracker;
    private final Duration first;
    private @Nullable ChannelHandlerContext context;
    private @Nullable Future<?> waiting;

    /**
     * @param first how long the first request may take
     */
    RequestDeadline(ConnectionTracker connectionTracker, Duration first) {
        this.connectionTracker = connectionTracker;
        this.first = first;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
        start(first);
    }

    /** The next request has to be here after so long. */
    void start(Duration time) {
        stop();
        ChannelHandlerContext known = context;
        if (known != null && !known.isRemoved()) {
            waiting = known.executor()
                    .schedule(
                            () -> {
                                connectionTracker.because(DisconnectCause.LOGIN_TIMEOUT);
                                known.close();
                            },
                            time.toMillis(),
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

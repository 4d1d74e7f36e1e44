package dev.truce.app.net;

import dev.truce.app.net.connection.ConnectionTracker;
import dev.truce.app.net.connection.DisconnectCause;
import dev.truce.app.net.desk.DeskApi;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;

/** Puts requests together; one that is too large is told so, and its connection ends. */
final class HttpBody extends HttpObjectAggregator {
    /** How long the rest of it is read and thrown away: who is cut off while he sends does not see the answer. */
    private static final long REST_MILLIS = 5_000;

    private final ConnectionTracker connectionTracker;
    private final RequestDeadline deadline;

    private final int most;

    /** @param most bytes of a body */
    HttpBody(int most, ConnectionTracker connectionTracker, RequestDeadline deadline) {
        super(most, true);
        this.most = most;
        this.connectionTracker = connectionTracker;
        this.deadline = deadline;
    }

    @Override
    protected void handleOversizedMessage(ChannelHandlerContext context, HttpMessage oversized) {
        connectionTracker.because(DisconnectCause.HTTP_DONE);
        HttpSending.send(context, DeskApi.tooLarge(most), false, false).addListener((ChannelFuture told) -> {
            deadline.start(REST_MILLIS);
            if (told.channel() instanceof DuplexChannel both) {
                both.shutdownOutput();
            }
        });
    }
}

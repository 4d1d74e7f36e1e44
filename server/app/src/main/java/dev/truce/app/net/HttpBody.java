package dev.truce.app.net;

import dev.truce.app.http.HttpAnswer;
import dev.truce.app.net.connection.ConnectionTracker;
import dev.truce.app.net.connection.DisconnectCause;
import dev.truce.app.net.desk.DeskApi;
import dev.truce.app.net.desk.TeachApi;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequest;
import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;

/** Puts requests together; one that is too large is told so, and its connection ends. */
final class HttpBody extends HttpObjectAggregator {
    /** How long the rest of it is read and thrown away: who is cut off while he sends does not see the answer. */
    private static final long REST_MILLIS = 5_000;

    private final TeachApi teaching;
    private final ConnectionTracker connectionTracker;
    private final RequestDeadline deadline;
    private final InetAddress address;

    private final int most;

    /**
     * @param most bytes of a body
     * @param teaching answers its own calls itself
     * @param address who asks
     */
    HttpBody(
            int most,
            TeachApi teaching,
            ConnectionTracker connectionTracker,
            RequestDeadline deadline,
            InetAddress address) {
        super(most, true);
        this.most = most;
        this.teaching = teaching;
        this.connectionTracker = connectionTracker;
        this.deadline = deadline;
        this.address = address;
    }

    @Override
    protected void handleOversizedMessage(ChannelHandlerContext context, HttpMessage oversized) {
        connectionTracker.because(DisconnectCause.HTTP_DONE);
        // A server's decoder makes requests alone.
        HttpRequest request = (HttpRequest) oversized;
        if (HttpHandler.path(request).startsWith(TeachApi.ROOT)) {
            teaching.answerLong(
                    HttpHandler.called(request, TeachApi.ROOT, query(request), new byte[0], address, connectionTracker),
                    most,
                    answer -> later(context, answer));
        } else {
            last(context, DeskApi.tooLarge(most));
        }
    }

    /** What can be read of the parameters: a body is too large whatever they are. */
    private static Map<String, String> query(HttpRequest request) {
        try {
            return HttpHandler.query(request).orElse(Map.of());
        } catch (IllegalArgumentException malformed) {
            return Map.of();
        }
    }

    private void later(ChannelHandlerContext context, HttpAnswer answer) {
        try {
            context.executor().execute(() -> last(context, answer));
        } catch (RejectedExecutionException stopped) {
            // The server has stopped; nobody is there to be told.
            return;
        }
    }

    private void last(ChannelHandlerContext context, HttpAnswer answer) {
        HttpSending.send(context, answer, false, false).addListener((ChannelFuture told) -> {
            deadline.start(REST_MILLIS);
            if (told.channel() instanceof DuplexChannel both) {
                both.shutdownOutput();
            }
        });
    }
}

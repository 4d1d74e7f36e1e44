package dev.truce.app.net;

import dev.truce.app.net.desk.TeachApi;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpRequest;

/** Lets an instructor send a class list, which is longer than anything else that is sent over HTTP. */
final class HttpLength extends SimpleChannelInboundHandler<HttpRequest> {
    /** Name of the handler that puts bodies together. */
    static final String BODY = "http-body";

    /** How long a list may take that is sent as slowly as can be. */
    private static final long MILLIS =
            HttpHandler.KEPT_MILLIS + 1_000L * TeachApi.BODY_BYTES / HttpHandler.SLOWEST_BYTES;

    private final TeachApi teaching;
    private final RequestDeadline deadline;
    private int most = HttpHandler.BODY_BYTES;

    /** @param deadline later for a list, which takes longer */
    HttpLength(TeachApi teaching, RequestDeadline deadline) {
        super(false);
        this.teaching = teaching;
        this.deadline = deadline;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HttpRequest request) {
        boolean isLong = teaching.isLong(request.uri(), HttpHandler.bearer(request));
        int allowed = isLong ? TeachApi.BODY_BYTES : HttpHandler.BODY_BYTES;
        if (allowed != most) {
            most = allowed;
            context.pipeline().replace(BODY, BODY, new HttpBody(allowed));
        }
        if (isLong) {
            deadline.start(MILLIS);
        }
        context.fireChannelRead(request);
    }
}

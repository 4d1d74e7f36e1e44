package dev.truce.app.net;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.TooLongHttpContentException;
import org.jspecify.annotations.Nullable;

/** Puts requests together. One that is too large goes on without its body, marked as such: it is asked the same questions as all others. */
final class HttpBody extends HttpObjectAggregator {
    /** How a request ended whose body was too large. */
    static final DecoderResult TOO_LARGE = DecoderResult.failure(new TooLongHttpContentException("body"));

    /** @param most bytes of a body */
    HttpBody(int most) {
        super(most, true);
    }

    /** Who asks before he sends a body that is too large gets the answer at once. */
    @Override
    protected @Nullable Object newContinueResponse(HttpMessage start, int most, ChannelPipeline pipeline) {
        return isContentLengthInvalid(start, most) ? null : super.newContinueResponse(start, most, pipeline);
    }

    @Override
    protected void handleOversizedMessage(ChannelHandlerContext context, HttpMessage oversized) {
        // A server's decoder makes requests alone.
        HttpRequest request = (HttpRequest) oversized;
        DefaultFullHttpRequest without =
                new DefaultFullHttpRequest(request.protocolVersion(), request.method(), request.uri());
        without.headers().set(request.headers());
        without.setDecoderResult(TOO_LARGE);
        context.fireChannelRead(without);
    }
}

package dev.truce.app.net;

import dev.truce.app.http.Assets;
import dev.truce.app.http.HttpAnswer;
import dev.truce.protocol.framing.Stages;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpChunkedInput;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.stream.ChunkedStream;
import java.io.ByteArrayInputStream;
import java.util.Map;

/** Puts an answer into the form of HTTP, with what every answer says to browsers. */
final class HttpSending {
    private static final Map<String, String> ALWAYS = Map.of(
            "Cache-Control", "no-store",
            "Content-Security-Policy", Assets.POLICY,
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), microphone=(), geolocation=()");

    /** Thirty days: long enough between two lessons, and a server that gives TLS up is reached again the month after. */
    private static final String ENCRYPTED_ONLY = "max-age=2592000";

    private static final int NOT_MODIFIED = 304;

    /** Longest body that goes out in one piece; of a longer one the connection keeps no more than it may have queued. */
    private static final int PIECE_BYTES = 16 * 1024;

    private HttpSending() {}

    /**
     * Sends an answer.
     *
     * @param head whether only its head was asked for
     * @param goesOn whether the connection stays for another request
     * @return done once all of it is sent
     */
    static ChannelFuture send(ChannelHandlerContext context, HttpAnswer answer, boolean head, boolean goesOn) {
        byte[] body = answer.body();
        boolean whole = head || body.length <= PIECE_BYTES;
        HttpResponseStatus status = HttpResponseStatus.valueOf(answer.status());
        HttpResponse response = whole
                ? new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1, status, head ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(body))
                : new DefaultHttpResponse(HttpVersion.HTTP_1_1, status);
        ALWAYS.forEach((name, value) -> response.headers().set(name, value));
        if (context.pipeline().get(Stages.TLS) != null) {
            response.headers().set("Strict-Transport-Security", ENCRYPTED_ONLY);
        }
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, answer.contentType());
        answer.headers().forEach((name, value) -> response.headers().set(name, value));
        HttpUtil.setKeepAlive(response, goesOn);
        if (answer.status() != NOT_MODIFIED) {
            HttpUtil.setContentLength(response, body.length);
        }
        if (whole) {
            return context.writeAndFlush(response);
        }
        context.write(response);
        return context.writeAndFlush(
                new HttpChunkedInput(new ChunkedStream(new ByteArrayInputStream(body), PIECE_BYTES)));
    }
}

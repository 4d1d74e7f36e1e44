package dev.truce.app.net;

import dev.truce.app.http.HttpAnswer;
import dev.truce.app.http.Pages;
import dev.truce.app.net.connection.ConnectionServices;
import dev.truce.app.net.connection.ConnectionTracker;
import dev.truce.app.net.connection.DisconnectCause;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Answers HTTP, one request a connection, or changes over to the protocol in a WebSocket. */
final class HttpHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
    /** Path that changes over to the protocol. */
    static final String WEB_SOCKET = "/ws";

    private static final int WEB_SOCKET_FRAME_BYTES = 64 * 1024 + 16;

    /** No compression: what unpacks to more than it seems to be is a way to attack. */
    private static final WebSocketServerHandshakerFactory HANDSHAKERS =
            new WebSocketServerHandshakerFactory(WEB_SOCKET, null, false, WEB_SOCKET_FRAME_BYTES);

    private final Pages pages;
    private final Executor pageWorkers;
    private final OriginRule origins;
    private final ConnectionTracker connectionTracker;
    private final ConnectionServices connectionServices;
    private final Changeover changeover;

    /** Sets the pipeline up for the protocol after the handshake. */
    interface Changeover {
        void toProtocol(ChannelHandlerContext context);
    }

    HttpHandler(
            Pages pages,
            Executor pageWorkers,
            OriginRule origins,
            ConnectionTracker connectionTracker,
            ConnectionServices connectionServices,
            Changeover changeover) {
        this.pages = pages;
        this.pageWorkers = pageWorkers;
        this.origins = origins;
        this.connectionTracker = connectionTracker;
        this.connectionServices = connectionServices;
        this.changeover = changeover;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        connectionServices.listener().requested();
        if (request.decoderResult().isFailure()) {
            answer(context, page(400, "this is no HTTP request that can be read"), false);
            return;
        }
        String path = path(request);
        boolean head = request.method().equals(HttpMethod.HEAD);
        if (!head && !request.method().equals(HttpMethod.GET)) {
            answer(context, page(405, "only GET and HEAD"), false);
        } else if (path.equals(WEB_SOCKET)) {
            openWebSocket(context, request);
        } else {
            find(context, path, head);
        }
    }

    private static String path(FullHttpRequest request) {
        String target = request.uri();
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    private void find(ChannelHandlerContext context, String path, boolean head) {
        try {
            pageWorkers.execute(() -> {
                Optional<HttpAnswer> found = pages.find(path);
                HttpAnswer page = found.orElseGet(() -> page(404, "no such page; there are /health, /metrics and /ws"));
                context.executor().execute(() -> answer(context, page, head));
            });
        } catch (RejectedExecutionException busy) {
            answer(context, page(503, "busy, try again"), head);
        }
    }

    private void openWebSocket(ChannelHandlerContext context, FullHttpRequest request) {
        int port = ((InetSocketAddress) context.channel().localAddress()).getPort();
        if (!origins.allows(port, only(request, "host"), only(request, "origin"))
                || request.headers().getAll("origin").size() > 1) {
            answer(context, page(403, "pages of this origin may not connect"), false);
            return;
        }
        WebSocketServerHandshaker handshaker = isUpgrade(request) ? HANDSHAKERS.newHandshaker(request) : null;
        if (handshaker == null) {
            answer(context, page(426, "this address speaks WebSocket, version 13"), false);
            return;
        }
        handshaker.handshake(context.channel(), request).addListener((ChannelFutureListener) done -> {
            if (!done.isSuccess()) {
                connectionTracker.because(DisconnectCause.BAD_FRAME);
                context.close();
            }
        });
        changeover.toProtocol(context);
    }

    private static boolean isUpgrade(FullHttpRequest request) {
        return request.headers().containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE, true)
                && request.headers().contains(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)
                && request.headers().contains(HttpHeaderNames.SEC_WEBSOCKET_VERSION, "13", true)
                && request.headers().contains(HttpHeaderNames.SEC_WEBSOCKET_KEY);
    }

    private static @Nullable String only(FullHttpRequest request, String header) {
        List<String> values = request.headers().getAll(header);
        return values.size() == 1 ? values.get(0) : null;
    }

    private static HttpAnswer page(int status, String text) {
        return new HttpAnswer(status, "text/plain; charset=utf-8", (text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private void answer(ChannelHandlerContext context, HttpAnswer page, boolean head) {
        connectionTracker.because(DisconnectCause.HTTP_DONE);
        ByteBuf body = head ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(page.body());
        FullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(page.status()), body);
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, page.contentType())
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .set("X-Content-Type-Options", "nosniff")
                .set(HttpHeaderNames.CONNECTION, "close");
        HttpUtil.setContentLength(response, page.body().length);
        context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }
}

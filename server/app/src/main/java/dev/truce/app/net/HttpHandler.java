package dev.truce.app.net;

import static dev.truce.app.http.HttpAnswer.page;

import dev.truce.app.http.Assets;
import dev.truce.app.http.HttpAnswer;
import dev.truce.app.http.Pages;
import dev.truce.app.net.budget.Budget;
import dev.truce.app.net.connection.ConnectionServices;
import dev.truce.app.net.connection.ConnectionTracker;
import dev.truce.app.net.connection.DisconnectCause;
import dev.truce.app.net.desk.DeskApi;
import dev.truce.app.net.desk.DeskCall;
import dev.truce.app.net.desk.InvitationApi;
import dev.truce.app.net.desk.TeachApi;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers HTTP, one request after the other, or changes over to the protocol in a WebSocket. */
final class HttpHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
    /** Path that changes over to the protocol. */
    static final String WEB_SOCKET = "/ws";

    /** Longest body: what a desk says is short. The longest announcement fits, each of its characters an escape. */
    static final int BODY_BYTES = 8 * 1024;

    /** How long a connection may be silent between two requests, the reading of the last answer included. */
    static final long KEPT_MILLIS = 30_000;

    /** Bytes that a client reads or sends in a second at least: what is long takes longer. */
    static final int SLOWEST_BYTES = 16 * 1024;

    /** What a request costs beside its bytes. */
    private static final int LEAST_COST = 256;

    /** Far more than any call has. */
    static final int MAX_PARAMETERS = 32;

    /** How long the rest of a body is read that is too large. */
    private static final long REST_MILLIS = 5_000;

    private static final String BEARER = "Bearer ";

    private static final Pattern FORWARDED_HOST = Pattern.compile("(?i)(?:^|;)\\s*host=\"?([^\";\\s]+)\"?\\s*(?:;|$)");

    private static final int WEB_SOCKET_FRAME_BYTES = 64 * 1024 + 16;

    /** No compression: what unpacks to more than it seems to be is a way to attack. */
    private static final WebSocketServerHandshakerFactory HANDSHAKERS =
            new WebSocketServerHandshakerFactory(WEB_SOCKET, null, false, WEB_SOCKET_FRAME_BYTES);

    private final Hosts hosts;
    private final Client client;
    private final ConnectionServices connectionServices;
    private final Changeover changeover;

    /**
     * Who answers.
     *
     * @param page the files of the page
     * @param pages pages for who watches the server
     * @param pageWorkers make them
     * @param desks desks of classes
     * @param origins whose pages may connect
     */
    record Hosts(Assets page, Pages pages, Executor pageWorkers, DeskApi desks, OriginRule origins) {}

    /** Who asks, and what is counted of it. */
    record Client(ConnectionTracker connectionTracker, RequestDeadline deadline, Budget budget, InetAddress address) {}

    /** Sets the pipeline up for the protocol after the handshake. */
    interface Changeover {
        void toProtocol(ChannelHandlerContext context);
    }

    HttpHandler(Hosts hosts, Client client, ConnectionServices connectionServices, Changeover changeover) {
        this.hosts = hosts;
        this.client = client;
        this.connectionServices = connectionServices;
        this.changeover = changeover;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        connectionServices.listener().requested();
        client.deadline.stop();
        context.channel().config().setAutoRead(false);
        Exchange exchange = new Exchange(context, request);
        if (request.decoderResult().isFailure() && !exchange.isTooLarge) {
            exchange.last(page(400, "this is no HTTP request that can be read"));
        } else if (!client.budget.take(LEAST_COST, context.executor().ticker().nanoTime())) {
            client.connectionTracker.because(DisconnectCause.FLOOD);
            exchange.last(page(429, "more than a connection may ask for"));
        } else if (path(request).startsWith(DeskApi.ROOT)) {
            ask(context, request, exchange, DeskApi.ROOT, hosts.desks::answer);
        } else if (path(request).startsWith(TeachApi.ROOT)) {
            ask(context, request, exchange, TeachApi.ROOT, hosts.desks.teaching()::answer);
        } else if (path(request).equals(InvitationApi.ROOT)) {
            ask(context, request, exchange, InvitationApi.ROOT, hosts.desks.invitations()::answer);
        } else if (exchange.isTooLarge) {
            exchange.last(DeskApi.tooLarge(BODY_BYTES));
        } else if (!request.method().equals(HttpMethod.HEAD)
                && !request.method().equals(HttpMethod.GET)) {
            exchange.answer(page(405, "only GET and HEAD").with("Allow", "GET, HEAD"));
        } else if (path(request).equals(WEB_SOCKET)) {
            openWebSocket(context, request, exchange);
        } else {
            hosts.page
                    .find(path(request), all(request, "accept-encoding"), all(request, "if-none-match"))
                    .ifPresentOrElse(exchange::answer, () -> find(request, exchange));
        }
    }

    private static String all(FullHttpRequest request, String header) {
        return String.join(",", request.headers().getAll(header));
    }

    static String path(HttpRequest request) {
        String target = request.uri();
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    private void find(FullHttpRequest request, Exchange exchange) {
        switch (path(request)) {
            case "/health" -> exchange.answer(hosts.pages.health());
            case Pages.METRICS ->
                hosts.pages.refusal(bearer(request)).ifPresentOrElse(exchange::answer, () -> figures(exchange));
            default -> exchange.answer(page(404, "no such page; there are /health, /metrics, /ws and " + DeskApi.ROOT));
        }
    }

    private void figures(Exchange exchange) {
        try {
            hosts.pageWorkers.execute(() -> exchange.answer(hosts.pages.metrics()));
        } catch (RejectedExecutionException busy) {
            exchange.answer(page(503, "busy, try again"));
        }
    }

    static String bearer(HttpRequest request) {
        String authorisation = Objects.requireNonNullElse(only(request, "authorization"), "");
        return authorisation.startsWith(BEARER) ? authorisation.substring(BEARER.length()) : "";
    }

    private void ask(
            ChannelHandlerContext context,
            FullHttpRequest request,
            Exchange exchange,
            String root,
            BiConsumer<DeskCall, Consumer<HttpAnswer>> api) {
        if (!isOfOurs(context, request)) {
            exchange.last(DeskApi.foreign());
            return;
        }
        if (root.equals(DeskApi.ROOT) && exchange.isTooLarge) {
            exchange.last(DeskApi.tooLarge(BODY_BYTES));
            return;
        }
        if (root.equals(DeskApi.ROOT) && !ByteBufUtil.isText(request.content(), StandardCharsets.UTF_8)) {
            exchange.last(DeskApi.unreadable());
            return;
        }
        Optional<Map<String, String>> query;
        try {
            query = query(request);
        } catch (IllegalArgumentException malformed) {
            exchange.last(DeskApi.unreadable());
            return;
        }
        if (query.isEmpty()) {
            exchange.last(DeskApi.crowded(MAX_PARAMETERS));
            return;
        }
        api.accept(
                new DeskCall(
                        request.method().name(),
                        path(request).substring(root.length()),
                        query.get(),
                        bearer(request),
                        Objects.requireNonNullElse(only(request, "content-type"), ""),
                        ByteBufUtil.getBytes(request.content()),
                        exchange.isTooLarge ? mostOf(request) : DeskCall.ALL,
                        client.address,
                        client.connectionTracker::servesDesk),
                exchange::answer);
    }

    /**
     * Returns the parameters of an address, the first of each name; nothing if there are too many.
     *
     * @throws IllegalArgumentException if they are no text
     */
    private static Optional<Map<String, String>> query(HttpRequest request) {
        Map<String, String> query = new HashMap<>();
        int found = 0;
        QueryStringDecoder address =
                new QueryStringDecoder(request.uri(), StandardCharsets.UTF_8, true, MAX_PARAMETERS + 1);
        for (Map.Entry<String, List<String>> parameter : address.parameters().entrySet()) {
            query.put(parameter.getKey(), parameter.getValue().get(0));
            found += parameter.getValue().size();
        }
        return found <= MAX_PARAMETERS ? Optional.of(query) : Optional.empty();
    }

    /** Returns how many bytes a body may have. */
    private int mostOf(HttpRequest request) {
        return hosts.desks.teaching().isLong(path(request), bearer(request)) ? TeachApi.BODY_BYTES : BODY_BYTES;
    }

    private boolean isOfOurs(ChannelHandlerContext context, FullHttpRequest request) {
        int port = ((InetSocketAddress) context.channel().localAddress()).getPort();
        return hosts.origins.allows(port, only(request, "host"), forwarded(request), only(request, "origin"))
                && request.headers().getAll("origin").size() <= 1;
    }

    /** Returns the host that one web server in front of this one was asked for, or null. */
    private static @Nullable String forwarded(FullHttpRequest request) {
        String said = Objects.requireNonNullElse(only(request, "forwarded"), "");
        Matcher host = FORWARDED_HOST.matcher(said);
        return host.find() && said.indexOf(',') < 0 ? host.group(1) : only(request, "x-forwarded-host");
    }

    private void openWebSocket(ChannelHandlerContext context, FullHttpRequest request, Exchange exchange) {
        if (!isOfOurs(context, request)) {
            exchange.last(page(403, "pages of this origin may not connect"));
            return;
        }
        WebSocketServerHandshaker handshaker = isUpgrade(request) ? HANDSHAKERS.newHandshaker(request) : null;
        if (handshaker == null) {
            exchange.last(page(426, "this address speaks WebSocket, version 13"));
            return;
        }
        context.channel().config().setAutoRead(true);
        handshaker.handshake(context.channel(), request).addListener((ChannelFutureListener) done -> {
            if (!done.isSuccess()) {
                client.connectionTracker.because(DisconnectCause.BAD_FRAME);
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

    private static @Nullable String only(HttpRequest request, String header) {
        List<String> values = request.headers().getAll(header);
        return values.size() == 1 ? values.get(0) : null;
    }

    /** A request that is to be answered, once; until then nothing more of the connection is read. */
    private final class Exchange {
        private final ChannelHandlerContext context;
        private final boolean head;
        private final boolean keeps;
        private final boolean isTooLarge;

        Exchange(ChannelHandlerContext context, FullHttpRequest request) {
            this.context = context;
            this.head = request.method().equals(HttpMethod.HEAD);
            this.isTooLarge = request.decoderResult() == HttpBody.TOO_LARGE;
            this.keeps = HttpUtil.isKeepAlive(request) && !isTooLarge;
        }

        /** Answers, from any thread. Who is not known here begins again with another connection. */
        void answer(HttpAnswer answer) {
            try {
                context.executor().execute(() -> {
                    try {
                        send(answer, keeps && answer.status() != 401);
                    } catch (RuntimeException bug) {
                        context.pipeline().fireExceptionCaught(bug);
                    }
                });
            } catch (RejectedExecutionException stopped) {
                // The server has stopped; nobody is there to be told.
                return;
            }
        }

        /** Answers and closes. */
        void last(HttpAnswer answer) {
            send(answer, false);
        }

        /** What comes next is read once this is sent, so that a client who reads slowly makes the server keep no more than one answer. */
        private void send(HttpAnswer answer, boolean goesOn) {
            client.connectionTracker.because(DisconnectCause.HTTP_DONE);
            client.deadline.start(KEPT_MILLIS + 1_000L * answer.body().length / SLOWEST_BYTES);
            HttpSending.send(context, answer, head, goesOn).addListener((ChannelFuture sent) -> {
                if (goesOn && sent.isSuccess()) {
                    client.deadline.start(KEPT_MILLIS);
                    context.channel().config().setAutoRead(true);
                } else if (isTooLarge && sent.channel() instanceof DuplexChannel both) {
                    // Who is cut off while he sends does not see the answer: what he sends is thrown away meanwhile.
                    both.shutdownOutput();
                    client.deadline.start(REST_MILLIS);
                    context.channel().config().setAutoRead(true);
                } else {
                    context.close();
                }
            });
        }
    }
}

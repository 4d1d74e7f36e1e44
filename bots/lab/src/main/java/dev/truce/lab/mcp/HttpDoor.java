package dev.truce.lab.mcp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.truce.tournament.tools.ToolServer.Listening;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.modern.JsonRpc;
import io.modelcontextprotocol.modern.JsonRpc.JSONRPCMessage;
import io.modelcontextprotocol.modern.JsonRpc.JSONRPCNotification;
import io.modelcontextprotocol.modern.JsonRpc.JSONRPCRequest;
import io.modelcontextprotocol.modern.JsonRpc.JSONRPCResponse;
import io.modelcontextprotocol.modern.JsonRpc.JSONRPCResponse.JSONRPCError;
import io.modelcontextprotocol.modern.server.McpHeaders;
import io.modelcontextprotocol.modern.server.McpRequestManager;
import io.modelcontextprotocol.modern.server.McpTransportResponse;
import io.modelcontextprotocol.modern.server.transport.McpHeaderDecoder;
import io.modelcontextprotocol.server.transport.HeaderAccessor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Brings requests of the protocol from HTTP to the library and its answers back. The library's own way is a servlet, which needs a container
 * (decision 0030); no tool streams, so that one JSON object answers each request.
 */
final class HttpDoor implements Listening {
    private static final String PATH = "/mcp";
    private static final int THREADS = 2 * GuestMatches.MAX_OPEN;
    private static final int WAITING = 50;
    private static final int BACKLOG = 50;
    private static final int CLOSING_SECONDS = 1;

    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int WRONG_METHOD = 405;
    private static final int TOO_LARGE = 413;
    private static final int WRONG_TYPE = 415;

    /** Codes of JSON-RPC and of the protocol. */
    private static final int UNREADABLE = -32700;

    private static final int NO_REQUEST = -32600;
    private static final int UNKNOWN = -32601;
    private static final int HEADERS = -32020;

    private static final String META = "_meta";
    private static final String VERSION = "io.modelcontextprotocol/protocolVersion";

    private final McpRequestManager manager;
    private final McpJsonMapper mapper;
    private final GuestMatches matches;
    private final HttpServer server;
    private final ExecutorService threads;
    private final boolean isPublic;

    private HttpDoor(
            McpRequestManager manager,
            McpJsonMapper mapper,
            GuestMatches matches,
            HttpServer server,
            boolean isPublic) {
        this.manager = manager;
        this.mapper = mapper;
        this.matches = matches;
        this.server = server;
        this.isPublic = isPublic;
        this.threads = new ThreadPoolExecutor(THREADS, THREADS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING));
    }

    static HttpDoor open(
            McpRequestManager manager,
            McpJsonMapper mapper,
            GuestMatches matches,
            InetSocketAddress address,
            boolean isPublic)
            throws IOException {
        HttpServer server = HttpServer.create(address, BACKLOG);
        HttpDoor door = new HttpDoor(manager, mapper, matches, server, isPublic);
        server.createContext("/", door::take);
        server.setExecutor(door.threads);
        server.start();
        return door;
    }

    @Override
    public InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() throws IOException {
        server.stop(CLOSING_SECONDS);
        threads.shutdownNow();
        try {
            matches.close();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            int refused = refused(exchange);
            if (refused != OK) {
                send(exchange, refused, "");
                return;
            }
            byte[] body = exchange.getRequestBody().readNBytes(McpTools.MAX_REQUEST + 1);
            if (body.length > McpTools.MAX_REQUEST) {
                send(exchange, TOO_LARGE, "");
                return;
            }
            JSONRPCMessage message;
            try {
                message = JsonRpc.deserializeMessage(mapper, new String(body, StandardCharsets.UTF_8));
            } catch (JsonRpc.InvalidMessageException wrong) {
                error(exchange, wrong.id(), NO_REQUEST, "no JSON-RPC");
                return;
            } catch (IOException | IllegalArgumentException unreadable) {
                error(exchange, null, UNREADABLE, "no JSON");
                return;
            }
            answer(exchange, message);
        }
    }

    /** Returns the status with which a request is refused for its head, or 200. */
    private int refused(HttpExchange exchange) {
        if (!PATH.equals(exchange.getRequestURI().getPath())) {
            return NOT_FOUND;
        }
        // A page of another site that a browser shows here must not play, whatever name it has given this machine.
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        if (origin != null && !isHere(origin)) {
            return FORBIDDEN;
        }
        String host = exchange.getRequestHeaders().getFirst("Host");
        if (!isPublic && (host == null || !isHere("http://" + host))) {
            return FORBIDDEN;
        }
        if (!"POST".equals(exchange.getRequestMethod())) {
            exchange.getResponseHeaders().set("Allow", "POST");
            return WRONG_METHOD;
        }
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        return type != null && type.matches("(?i)application/json(;.*)?") ? OK : WRONG_TYPE;
    }

    private static boolean isHere(String address) {
        try {
            String host = URI.create(address).getHost();
            return host != null && host.matches("localhost|127\\.0\\.0\\.1|\\[::1\\]");
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private void answer(HttpExchange exchange, JSONRPCMessage message) throws IOException {
        if (message instanceof JSONRPCNotification notification) {
            manager.handleNotification(McpTransportContext.EMPTY, notification).block();
            send(exchange, ACCEPTED, "");
            return;
        }
        if (!(message instanceof JSONRPCRequest request)) {
            error(exchange, null, NO_REQUEST, "no request");
            return;
        }
        String wrong = unlike(exchange, request);
        if (!wrong.isEmpty()) {
            error(exchange, request.id(), HEADERS, wrong);
            return;
        }
        McpHeaders headers = McpHeaderDecoder.headers(new Heads(exchange));
        McpTransportResponse answer = manager.handleBlocking(
                        McpTransportContext.create(Map.of(McpHeaders.TRANSPORT_CONTEXT_KEY, headers)), request)
                .block();
        if (answer instanceof McpTransportResponse.Result result) {
            json(exchange, OK, result.response());
        } else if (answer instanceof McpTransportResponse.Error error) {
            JSONRPCError said = error.response().error();
            json(exchange, said != null && said.code() == UNKNOWN ? NOT_FOUND : BAD_REQUEST, error.response());
        } else {
            error(exchange, request.id(), UNKNOWN, "no streams");
        }
    }

    /** Returns which head is not like the body, so that nothing on the way can have been misled by it; or nothing. */
    private static String unlike(HttpExchange exchange, JSONRPCRequest request) {
        Map<?, ?> params = map(request.params());
        if (!isLike(exchange, "Mcp-Method", request.method())) {
            return "Mcp-Method";
        }
        if (!isLike(exchange, "MCP-Protocol-Version", map(params.get(META)).get(VERSION))) {
            return "MCP-Protocol-Version";
        }
        return "tools/call".equals(request.method()) && !isLike(exchange, "Mcp-Name", params.get("name"))
                ? "Mcp-Name"
                : "";
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static boolean isLike(HttpExchange exchange, String head, @Nullable Object value) {
        List<String> values = exchange.getRequestHeaders().getOrDefault(head, List.of());
        return values.size() == 1 && Objects.equals(McpHeaderDecoder.decodeValue(values.get(0)), value);
    }

    private record Heads(HttpExchange exchange) implements HeaderAccessor {
        @Override
        public List<String> getHeader(String name) {
            return exchange.getRequestHeaders().getOrDefault(name, List.of());
        }

        @Override
        public List<String> getHeaderNames() {
            return List.copyOf(exchange.getRequestHeaders().keySet());
        }
    }

    private void error(HttpExchange exchange, @Nullable Object id, int code, String message) throws IOException {
        json(exchange, BAD_REQUEST, JSONRPCResponse.error(id, new JSONRPCError(code, message)));
    }

    private void json(HttpExchange exchange, int status, JSONRPCResponse response) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        send(exchange, status, mapper.writeValueAsString(response));
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}

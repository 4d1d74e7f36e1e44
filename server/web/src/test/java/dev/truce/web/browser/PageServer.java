package dev.truce.web.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves the built page on a free port of this machine, with the policy that truce's own server sends. */
public final class PageServer implements AutoCloseable {
    private static final String FOLDER = "/META-INF/truce-web/";
    private static final String POLICY =
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
                    + "require-trusted-types-for 'script'; trusted-types lit-html";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final String index;
    private final Map<String, String> types = new TreeMap<>();

    /**
     * Starts it.
     *
     * @throws IllegalStateException if the page is not built
     */
    public PageServer() throws IOException {
        try (InputStream in = PageServer.class.getResourceAsStream(FOLDER + "manifest.json")) {
            if (in == null) {
                throw new IllegalStateException("the page is not built: mvn package -pl server/web -am -DskipTests");
            }
            JsonNode manifest = new ObjectMapper().readTree(in);
            for (JsonNode asset : manifest) {
                types.put(asset.path("file").asText(), asset.path("type").asText());
            }
            index = manifest.at("/index.html/file").asText();
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Returns where the page is. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(1);
        String name = path.isEmpty() ? index : path;
        String type = types.get(name);
        if (type == null) {
            exchange.sendResponseHeaders(name.equals("favicon.ico") ? 204 : 404, -1);
            return;
        }
        try (InputStream in = Objects.requireNonNull(PageServer.class.getResourceAsStream(FOLDER + name))) {
            byte[] body = in.readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.getResponseHeaders().add("Content-Security-Policy", POLICY);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } finally {
            exchange.close();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

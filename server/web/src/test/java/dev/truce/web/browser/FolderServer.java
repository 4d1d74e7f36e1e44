package dev.truce.web.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Serves a folder under a path as any web host does: it knows nothing of truce. */
public final class FolderServer implements AutoCloseable {
    private static final Map<String, String> TYPES =
            Map.of("html", "text/html", "css", "text/css", "js", "text/javascript", "wasm", "application/wasm");

    private final HttpServer server;
    private final String path;

    /** Starts to serve. */
    public FolderServer(Path folder, String path) throws IOException {
        this.path = path;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(path, exchange -> answer(exchange, folder));
        server.start();
    }

    /** Returns where the folder is. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void answer(HttpExchange exchange, Path folder) throws IOException {
        String name = exchange.getRequestURI().getPath().substring(path.length());
        Path file = folder.resolve(name.isEmpty() ? "index.html" : name);
        try (exchange) {
            if (!Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] body = Files.readAllBytes(file);
            exchange.getResponseHeaders()
                    .add("Content-Type", TYPES.getOrDefault(name.replaceFirst(".*\\.", ""), "text/html"));
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

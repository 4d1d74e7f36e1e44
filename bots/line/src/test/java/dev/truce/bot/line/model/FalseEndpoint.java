package dev.truce.bot.line.model;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.truce.bot.line.json.JsonText;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A chat endpoint on this machine that answers what it is told to, and keeps what it was asked. */
final class FalseEndpoint implements AutoCloseable {
    /** What a request is answered with. */
    interface Script {
        /** Answers the request of this number, from 1. */
        void answer(int number, Call call) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
    final List<String> names = Collections.synchronizedList(new ArrayList<>());
    final List<String> keys = Collections.synchronizedList(new ArrayList<>());

    FalseEndpoint(Script script) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            int number;
            synchronized (this) {
                bodies.add(body);
                names.add(String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")));
                keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
                number = bodies.size();
            }
            try (exchange) {
                script.answer(number, new Call(exchange, body, closed));
            } catch (IOException gone) {
                // Who asked has stopped waiting, which is what a test of its patience is about.
            }
        });
        server.start();
    }

    /** Returns a reply with words of the model. */
    static HttpReply chat(String content) {
        return new HttpReply(
                HttpReply.Arrival.ANSWERED,
                200,
                JsonText.write(Map.of(
                        "model",
                        "false-1",
                        "choices",
                        List.of(Map.of(
                                "finish_reason", "stop", "message", Map.of("role", "assistant", "content", content))),
                        "usage",
                        Map.of("prompt_tokens", 1_000, "completion_tokens", 20))),
                "");
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/chat/completions";
    }

    /** One request. */
    record Call(HttpExchange exchange, String body, CountDownLatch closed) {
        /** Answers with words of the model. */
        void says(String content) throws IOException {
            raw(200, chat(content).body());
        }

        void raw(int status, String text) throws IOException {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        }

        void laterThan(String retryAfter) throws IOException {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
            raw(429, "{}");
        }

        /** Answers nothing until the endpoint is closed. */
        void never() {
            try {
                closed.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}

package dev.truce.app;

import dev.truce.app.config.ServerConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** One plain HTTP request. */
final class HttpProbe {
    private static final int PATIENCE_MILLIS = 15_000;

    /** An answer. */
    record Answer(int status, String head, String body) {}

    private HttpProbe() {}

    /** Reads the figures with the key that the server keeps in its folder. */
    static Answer metrics(int port, Path data) throws IOException {
        String key =
                Files.readString(data.resolve(ServerConfig.METRICS_KEY_FILE)).strip();
        return send(port, "GET /metrics HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + key + "\r\n\r\n");
    }

    static Answer get(int port, String path) throws IOException {
        return send(port, "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n");
    }

    /** Sends one request, as the last of its connection. */
    static Answer send(int port, String request) throws IOException {
        return raw(port, request.replaceFirst("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
    }

    /** Sends something, and reads until the server closes. */
    static Answer raw(int port, String request) throws IOException {
        return read(new String(bytes(port, request), StandardCharsets.UTF_8));
    }

    /** Returns the body of an answer that is no text. */
    static byte[] body(int port, String request) throws IOException {
        byte[] answer = bytes(port, request.replaceFirst("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
        // A character each byte, so that the two have the same places.
        int head = new String(answer, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n") + 4;
        return Arrays.copyOfRange(answer, head, answer.length);
    }

    private static byte[] bytes(int port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return socket.getInputStream().readAllBytes();
        }
    }

    /** Returns a figure of the page for Prometheus, 0 if it is not there. */
    static double figure(int port, Path data, String name) throws IOException {
        return metrics(port, data)
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    private static Answer read(String answer) throws IOException {
        int end = answer.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IOException("no HTTP answer: '" + answer + "'");
        }
        int status = Integer.parseInt(answer.split(" ", 3)[1]);
        return new Answer(status, answer.substring(0, end).toLowerCase(Locale.ROOT), answer.substring(end + 4));
    }
}

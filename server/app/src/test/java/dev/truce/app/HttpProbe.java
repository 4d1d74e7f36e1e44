package dev.truce.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One plain HTTP request. */
final class HttpProbe {
    private static final int PATIENCE_MILLIS = 15_000;

    /** An answer. */
    record Answer(int status, String head, String body) {}

    private HttpProbe() {}

    static Answer get(int port, String path) throws IOException {
        return send(port, "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n");
    }

    /** Sends one request, as the last of its connection. */
    static Answer send(int port, String request) throws IOException {
        return raw(port, request.replaceFirst("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
    }

    /** Sends something, and reads until the server closes. */
    static Answer raw(int port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int end = answer.indexOf("\r\n\r\n");
            if (end < 0) {
                throw new IOException("no HTTP answer: '" + answer + "'");
            }
            int status = Integer.parseInt(answer.split(" ", 3)[1]);
            return new Answer(status, answer.substring(0, end).toLowerCase(Locale.ROOT), answer.substring(end + 4));
        }
    }
}

package dev.truce.app.http;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * An answer to an HTTP request.
 *
 * @param status HTTP status code
 * @param contentType what the body is
 * @param body the body
 * @param headers what else is said about it
 */
public record HttpAnswer(int status, String contentType, byte[] body, Map<String, String> headers) {
    public HttpAnswer {
        headers = Map.copyOf(headers);
    }

    /** Of a body about which nothing else is said. */
    public HttpAnswer(int status, String contentType, byte[] body) {
        this(status, contentType, body, Map.of());
    }

    /** One line of text, with the code that HTTP has for it. */
    public static HttpAnswer page(int status, String text) {
        return new HttpAnswer(status, "text/plain; charset=utf-8", (text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The same, with one thing more that is said about it. */
    public HttpAnswer with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new HttpAnswer(status, contentType, body, more);
    }
}

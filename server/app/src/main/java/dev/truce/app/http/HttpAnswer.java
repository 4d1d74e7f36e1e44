package dev.truce.app.http;

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
}

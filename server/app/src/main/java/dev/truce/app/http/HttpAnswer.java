package dev.truce.app.http;

/**
 * An answer to an HTTP request.
 *
 * @param status HTTP status code
 * @param contentType what the body is
 * @param body the body
 */
public record HttpAnswer(int status, String contentType, byte[] body) {}

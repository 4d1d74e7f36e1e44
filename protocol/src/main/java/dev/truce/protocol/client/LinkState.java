package dev.truce.protocol.client;

/** How the connection stands. */
public sealed interface LinkState {
    /** Connected and up to date. */
    record Up() implements LinkState {}

    /** Lost; the client is trying again by itself. */
    record Lost(int tries, long nextTryMillis) implements LinkState {}

    /** The seat was opened elsewhere; this client does not try again. */
    record TakenOver() implements LinkState {}

    /** Given up, or refused for good. */
    record Closed(String code, String reason) implements LinkState {}
}

package dev.truce.protocol.client;

import dev.truce.engine.orders.Refusal;

/** How the connection stands. */
public sealed interface LinkState {
    /** Connected and up to date. */
    record Up() implements LinkState {}

    /**
     * Lost; the client is trying again by itself.
     *
     * @param tries how often it has tried, with the one that comes, from 1
     * @param planned whether the server has said before that it stops
     */
    record Lost(int tries, boolean planned) implements LinkState {}

    /** The seat was opened elsewhere; this client does not try again. */
    record TakenOver() implements LinkState {}

    /** Given up, or refused permanently. */
    record Closed(Refusal refusal) implements LinkState {}
}

package dev.truce.protocol.client;

import dev.truce.engine.orders.Refusal;

/** How the connection stands. */
public sealed interface LinkState {
    /** Whether the client has given up, and does not try again. */
    default boolean isFinal() {
        return false;
    }

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
    record TakenOver() implements LinkState {
        @Override
        public boolean isFinal() {
            return true;
        }
    }

    /** Given up, or refused permanently. */
    record Closed(Refusal refusal) implements LinkState {
        @Override
        public boolean isFinal() {
            return true;
        }
    }
}

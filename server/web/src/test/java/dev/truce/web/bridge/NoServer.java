package dev.truce.web.bridge;

import dev.truce.web.seat.Link;

/** A browser that reaches no server. */
final class NoServer implements Link {
    @Override
    public void open() {}

    @Override
    public void send(byte[] message) {}

    @Override
    public void drop() {}

    @Override
    public void wake(int timer, int millis) {}

    @Override
    public long now() {
        return 0;
    }
}

package dev.truce.app;

import dev.truce.protocol.message.ClientMessage;
import dev.truce.protocol.message.Role;
import dev.truce.protocol.message.ServerMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** An honest client that asks again and again, and notes how long each answer took. */
final class Pinger implements AutoCloseable {
    private static final double NANOS_PER_MILLI = 1e6;

    /** How long answers took. */
    record Waits(List<Long> nanos) {
        /** Returns the wait in milliseconds that a share of the answers stayed below. */
        double millis(double share) {
            List<Long> sorted = new ArrayList<>(nanos);
            Collections.sort(sorted);
            int at = (int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size()));
            return sorted.get(at) / NANOS_PER_MILLI;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "[%d answers, p50 %.1f ms, p99 %.1f ms, longest %.1f ms]",
                    nanos.size(),
                    millis(.5),
                    millis(.99),
                    millis(1));
        }
    }

    private final RawClient client;

    Pinger(int port) throws IOException {
        client = RawClient.greeted(port, Role.PLAYER);
    }

    /** Opens a room, once: a connection has one place. */
    ServerMessage.RoomCreated room() throws IOException {
        return client.createRoom(4, 0, null, "hold");
    }

    /** Asks as long as something holds. */
    Waits pingWhile(BooleanSupplier going) throws IOException {
        List<Long> nanos = new ArrayList<>();
        while (going.getAsBoolean()) {
            long from = System.nanoTime();
            client.ask(new ClientMessage.Ping(from), ServerMessage.Pong.class);
            nanos.add(System.nanoTime() - from);
            // Below what a connection may ask for: a few hundred a second.
            LockSupport.parkNanos(2_000_000);
        }
        return new Waits(nanos);
    }

    /** Asks so many times. */
    Waits ping(int times) throws IOException {
        int[] left = {times};
        return pingWhile(() -> left[0]-- > 0);
    }

    /** Asks on another thread as long as something holds. */
    CompletableFuture<Waits> meanwhile(BooleanSupplier going) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return pingWhile(going);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}

package dev.truce.protocol.client;

import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Orders;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a server, as bots and the terminal client use it. Reconnects by itself and resumes where it was;
 * requests in flight are sent again with the same move id, so none counts twice. All futures complete with an
 * {@link Answer}; they fail only when the client is closed. Thread-safe; listener calls come from one thread, in order.
 */
public interface SeatClient extends AutoCloseable {

    /** Opens a room with one match and takes no seat yet. */
    CompletableFuture<Answer<RoomTicket>> createRoom(RoomRequest request);

    /**
     * Takes a seat.
     *
     * @param code room code, any case
     * @param side wished side, or null for any vacant one
     * @param name how others see the occupant
     * @param bot whether the occupant is a bot
     */
    CompletableFuture<Answer<SeatTicket>> join(String code, @Nullable Side side, String name, boolean bot);

    /** Starts the match of the room; only its creator may. */
    CompletableFuture<Answer<Void>> start();

    /** Seals orders for a round, replacing earlier ones; accepted means that they are on the server's disk. */
    CompletableFuture<Answer<Saved>> submit(int round, Orders orders);

    /** Takes sealed orders back, until the round closes. */
    CompletableFuture<Answer<Saved>> undo(int round);

    /** Says that the seat is done with the round, or not after all. */
    CompletableFuture<Answer<Saved>> ready(int round, boolean ready);

    /** Leaves the server; the seat stays the occupant's. */
    @Override
    void close();
}

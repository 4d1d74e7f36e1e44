package dev.truce.protocol.client;

import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.match.deed.AskedOrders;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.RoomRequest;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a server, as bots and the terminal client use it. Reconnects by itself and resumes where it was;
 * requests in flight are sent again with the same key, so none counts twice. All futures complete with an
 * {@link Reply}; they fail only when the client is closed. Thread-safe; listener calls come from one thread, in order.
 */
public interface SeatClient extends AutoCloseable {

    /** Opens a room with one match and takes no seat yet. */
    CompletableFuture<Reply<RoomTicket>> createRoom(RoomRequest request);

    /**
     * Takes a seat.
     *
     * @param code room code, any case
     * @param side wished side, or null for any vacant one
     * @param name how others see the occupant
     * @param bot whether the occupant is a bot
     */
    default CompletableFuture<Reply<SeatTicket>> join(String code, @Nullable Side side, String name, boolean bot) {
        return join(code, side, null, name, bot);
    }

    /**
     * Takes a seat of a delegation.
     *
     * @param code room code, any case
     * @param side wished side, or null for any
     * @param seat wished number of the seat, 0 for the head, or null for any vacant one
     * @param name how others see the occupant
     * @param bot whether the occupant is a bot
     */
    CompletableFuture<Reply<SeatTicket>> join(
            String code, @Nullable Side side, @Nullable Integer seat, String name, boolean bot);

    /**
     * Does something in a round, under a key of its own; done means that it is on the server's disk.
     *
     * @param round the round that is meant
     * @param deed what the seat does
     */
    CompletableFuture<Reply<Saved>> does(int round, Deed deed);

    /** Does something with the match of the room; only who opened it may. */
    CompletableFuture<Reply<Saved>> directs(HostAct act);

    /** Calls the instructor of the class to this seat; refused where there is no class. */
    default CompletableFuture<Reply<Saved>> callForHelp(String text) {
        return CompletableFuture.completedFuture(
                Reply.refused(Refusal.of(ConnectionCode.NOT_ALLOWED, "").because("refused.not_allowed.no-class")));
    }

    /** Returns how many offers of the other side the listener was told of in this match. */
    int heardOffers();

    /** Starts the match of the room. */
    default CompletableFuture<Reply<Saved>> start() {
        return directs(new HostAct.Start());
    }

    /** Seals orders for a round, replacing earlier ones. */
    default CompletableFuture<Reply<Saved>> submit(int round, Orders orders) {
        return does(round, AskedOrders.submit(orders));
    }

    /**
     * Says that the seat is done with the round, or not after all, having heard every offer that the listener was told before this
     * call. Refused with {@code UNHEARD_OFFER} if there is another: it is on its way.
     */
    default CompletableFuture<Reply<Saved>> ready(int round, boolean ready) {
        return does(round, new Deed.Ready(ready, heardOffers()));
    }

    /** Leaves the server; the seat stays the occupant's. */
    @Override
    void close();

    /**
     * A room that was opened.
     *
     * @param code what others type to join
     * @param matchId its match
     */
    record RoomTicket(String code, String matchId) {}
}

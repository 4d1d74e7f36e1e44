package dev.truce.protocol.client;

import dev.truce.engine.agreement.OfferId;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.match.Seat;
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
    default CompletableFuture<Answer<SeatTicket>> join(String code, @Nullable Side side, String name, boolean bot) {
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
    CompletableFuture<Answer<SeatTicket>> join(
            String code, @Nullable Side side, @Nullable Integer seat, String name, boolean bot);

    /** Starts the match of the room; only its creator may. */
    CompletableFuture<Answer<Void>> start();

    /** Seals orders for a round, replacing earlier ones; accepted means that they are on the server's disk. */
    CompletableFuture<Answer<Saved>> submit(int round, Orders orders);

    /** Takes sealed orders back, until the round closes. */
    CompletableFuture<Answer<Saved>> undo(int round);

    /**
     * Says that the seat is done with the round, or not after all, having heard every offer that the listener was told before this
     * call. Refused with {@code UNHEARD_OFFER} if there is another: it is on its way.
     */
    CompletableFuture<Answer<Saved>> ready(int round, boolean ready);

    /**
     * The same for a listener that hands offers to another thread, which may not have seen the latest.
     *
     * @param heardOffers how many offers of the other side it has seen in this match: the highest number
     */
    CompletableFuture<Answer<Saved>> ready(int round, boolean ready, int heardOffers);

    /**
     * Offers the other side terms.
     *
     * @param answers the open offer of the other side that this one takes the place of, or null
     */
    CompletableFuture<Answer<Saved>> offer(int round, Terms terms, @Nullable OfferId answers);

    /**
     * Accepts an offer of the other side.
     *
     * @param termsHash {@link dev.truce.engine.agreement.Offer#hash} of the offer as it was shown
     */
    CompletableFuture<Answer<Saved>> accept(int round, OfferId offer, String termsHash);

    /** Refuses an offer of the other side. */
    CompletableFuture<Answer<Saved>> refuse(int round, OfferId offer);

    /** Takes an offer back. */
    CompletableFuture<Answer<Saved>> withdraw(int round, OfferId offer);

    /** Gives notice to leave the treaty at the end of the round, or takes it back. */
    CompletableFuture<Answer<Saved>> notice(int round, boolean given);

    /** Puts a draft of orders before one's delegation, in place of an earlier one. */
    CompletableFuture<Answer<Saved>> draft(int round, Orders orders);

    /**
     * Votes on a draft of one's delegation, in place of an earlier vote on it.
     *
     * @param drafter whose draft
     */
    CompletableFuture<Answer<Saved>> vote(int round, Seat drafter, boolean yes);

    /**
     * Says something.
     *
     * @param text at most 280 characters; the server leaves out what could command a terminal or hide
     * @param statement what it commits to, on the public channel only, or null
     */
    CompletableFuture<Answer<Saved>> say(int round, Channel channel, String text, @Nullable Statement statement);

    /**
     * Plays a shock card; only who opened the room may.
     *
     * @param round the open round or a later one
     * @param card as {@link dev.truce.engine.card.CardReading} reads it, at most 96 bytes
     */
    CompletableFuture<Answer<Saved>> playCard(int round, String card);

    /** Leaves the server; the seat stays the occupant's. */
    @Override
    void close();
}

package dev.truce.protocol.client;

import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.match.Seat;
import dev.truce.protocol.message.ClassNews;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.protocol.message.ServerMessage;
import org.jspecify.annotations.Nullable;

/**
 * A seat that was taken.
 *
 * @param matchId the match
 * @param code the room's code
 * @param seat the seat
 * @param token secret that opens this seat again; changes at each resume
 * @param opponent name of the other side's head, or empty
 */
public record SeatTicket(String matchId, String code, Seat seat, String token, String opponent) {
    /** How soon a device that waits for a desk asks again. */
    private static final long HELD_MILLIS = 1_000;

    /** A head's seat. */
    public SeatTicket(String matchId, String code, Side side, String token, String opponent) {
        this(matchId, code, Seat.head(side), token, opponent);
    }

    /**
     * Reads the answer to a wish for a seat, in a room or in a class.
     *
     * @return refused with {@code ROOM_FULL} while a class has no seat, and with {@code SEAT_HELD} and a delay while a desk has not admitted
     *     this device; null if the message is no such answer
     */
    public static @Nullable Reply<SeatTicket> of(ServerMessage message) {
        if (message instanceof ServerMessage.Seated seated) {
            return new Reply.Done<>(new SeatTicket(
                    seated.matchId(), seated.roomCode(), seated.seat(), seated.token(), seated.opponentName()));
        }
        if (message instanceof ServerMessage.OfClass told
                && told.news() instanceof ClassNews.Entered entered
                && entered.held() > 0) {
            return Reply.refused(Refusal.of(ConnectionCode.SEAT_HELD, "")
                    .because("refused.seat_held.waits", entered.held())
                    .after(HELD_MILLIS));
        }
        return message instanceof ServerMessage.OfClass
                ? Reply.refused(Refusal.of(ConnectionCode.ROOM_FULL, "").because("refused.room_full.class"))
                : null;
    }

    /** Returns the side of the seat. */
    public Side side() {
        return seat.side();
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "SeatTicket[matchId=" + matchId + ", seat=" + seat + "]";
    }
}

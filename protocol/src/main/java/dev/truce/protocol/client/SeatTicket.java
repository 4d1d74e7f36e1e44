package dev.truce.protocol.client;

import dev.truce.engine.board.Side;
import dev.truce.match.Seat;

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
    /** A head's seat. */
    public SeatTicket(String matchId, String code, Side side, String token, String opponent) {
        this(matchId, code, Seat.head(side), token, opponent);
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

package dev.truce.protocol.client;

import dev.truce.engine.board.Side;

/**
 * A seat that was taken.
 *
 * @param matchId the match
 * @param code the room's code
 * @param side the side
 * @param token secret that opens this seat again; changes at each resume
 * @param opponent name of the other side's occupant, or empty
 */
public record SeatTicket(String matchId, String code, Side side, String token, String opponent) {
    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "SeatTicket[matchId=" + matchId + ", side=" + side + "]";
    }
}

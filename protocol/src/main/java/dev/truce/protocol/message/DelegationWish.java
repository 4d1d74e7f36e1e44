package dev.truce.protocol.message;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.match.Seat;
import java.util.List;

/**
 * How somebody who opens a room wants the sides divided among their seats.
 *
 * @param usSeats seats of the US, its head's included; may be out of range
 * @param cnSeats seats of China, its head's included; may be out of range
 * @param mode who decides
 * @param bots ministers whom the server plays, at most one a seat
 */
public record DelegationWish(int usSeats, int cnSeats, DelegationMode mode, List<HostedMinister> bots) {
    /** Two heads, and nobody beside them. */
    public static final DelegationWish HEADS_ALONE = new DelegationWish(1, 1, DelegationMode.HEAD, List.of());

    public DelegationWish {
        bots = List.copyOf(bots);
    }

    /**
     * A bot of the server's roster in a minister's seat.
     *
     * @param seat the seat
     * @param bot its name in the roster
     */
    public record HostedMinister(Seat seat, String bot) {}

    /** Returns the number of seats that a side has, its head's included. */
    public int seats(Side side) {
        return BySide.pick(side, usSeats, cnSeats);
    }
}

package dev.truce.match;

import dev.truce.engine.board.Portfolio;
import java.util.List;

/**
 * Who sits on a seat.
 *
 * @param seat the seat
 * @param name its occupant's name, empty for a vacant seat
 * @param bot whether the occupant is a program
 * @param connected whether the occupant is connected now
 * @param portfolios what the seat is answerable for; empty while no side has a minister
 */
public record Occupant(Seat seat, String name, boolean bot, boolean connected, List<Portfolio> portfolios) {
    public Occupant {
        portfolios = List.copyOf(portfolios);
    }

    /** A head beside whom there is nobody. */
    public Occupant(Seat seat, String name, boolean bot, boolean connected) {
        this(seat, name, bot, connected, List.of());
    }

    /** Returns whether nobody sits there. */
    public boolean isVacant() {
        return name.isEmpty();
    }
}

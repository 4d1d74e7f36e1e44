package dev.truce.cli.seat;

import dev.truce.cli.screen.SeatWords;
import dev.truce.cli.text.Texts;
import dev.truce.engine.board.Side;
import dev.truce.protocol.message.Occupant;
import java.util.StringJoiner;

/** One line above the board: the own delegation seat by seat, of the other one only how many are ready. */
public final class SeatLine {
    private final Board board;

    public SeatLine(Board board) {
        this.board = board;
    }

    public String text() {
        Delegates delegates = board.delegates();
        StringJoiner own = new StringJoiner(", ");
        for (Occupant occupant : delegates.seats()) {
            if (occupant.seat().side() == board.side() && !occupant.isVacant()) {
                String office = SeatWords.office(occupant.seat(), occupant.portfolios());
                own.add(office + " " + SeatWords.name(occupant) + mark(occupant));
            }
        }
        Side other = board.side().other();
        return Texts.of("seats.line", board.side(), own, other, ready(other), seats(other));
    }

    private String mark(Occupant occupant) {
        if (board.delegates().isReady(occupant.seat())) {
            return " " + Texts.of("seats.mark.ready");
        }
        return board.delegates().hasSealed(occupant.seat()) ? " " + Texts.of("seats.mark.sealed") : "";
    }

    private long seats(Side side) {
        return board.delegates().seats().stream()
                .filter(it -> it.seat().side() == side && !it.isVacant())
                .count();
    }

    private long ready(Side side) {
        return board.delegates().seats().stream()
                .filter(it -> it.seat().side() == side && board.delegates().isReady(it.seat()))
                .count();
    }
}

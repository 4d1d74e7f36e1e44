package dev.truce.cli.screen;

import dev.truce.cli.text.Texts;
import dev.truce.engine.board.Portfolio;
import dev.truce.engine.delegation.Delegation;
import dev.truce.match.Seat;
import dev.truce.protocol.message.Occupant;
import dev.truce.protocol.text.SafeText;
import java.util.List;
import java.util.StringJoiner;

/** How seats of a delegation are called. */
public final class SeatWords {
    private static final int MAX_NAME = 24;

    private SeatWords() {}

    /** Returns what a seat is, for example {@code head}, {@code trade} or {@code minister}. */
    public static String office(Seat seat, List<Portfolio> portfolios) {
        if (seat.number() == Delegation.HEAD) {
            return Texts.of("seat.head");
        }
        if (portfolios.isEmpty()) {
            return Texts.of("seat.minister");
        }
        StringJoiner words = new StringJoiner(" + ");
        portfolios.forEach(portfolio -> words.add(Texts.of("portfolio." + portfolio.name())));
        return words.toString();
    }

    /** Returns a seat with its number, office and occupant, for example {@code 1 trade, Mei}. */
    public static String of(Occupant occupant) {
        String office = occupant.seat().number() + " " + office(occupant.seat(), occupant.portfolios());
        return occupant.isVacant() ? office : office + ", " + name(occupant);
    }

    /** Returns the occupant's name, with a word if he is a program. */
    public static String name(Occupant occupant) {
        String name = SafeText.line(occupant.name(), MAX_NAME);
        return occupant.bot() ? Texts.of("seat.bot", name) : name;
    }
}

package dev.truce.story.delegation;

import dev.truce.engine.board.Portfolio;
import dev.truce.engine.delegation.Delegation;
import dev.truce.match.Occupant;
import dev.truce.match.Seat;
import dev.truce.story.words.Phrases;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;

/** How seats of a delegation are called. */
public final class SeatWords {
    private final Phrases phrases;
    private final UnaryOperator<String> safe;

    /**
     * @param phrases the texts of the language
     * @param safe makes names of strangers fit to be shown
     */
    public SeatWords(Phrases phrases, UnaryOperator<String> safe) {
        this.phrases = phrases;
        this.safe = safe;
    }

    /** Returns what a seat is, for example {@code head}, {@code trade} or {@code minister}. */
    public String office(Seat seat, List<Portfolio> portfolios) {
        if (seat.number() == Delegation.HEAD) {
            return phrases.of("seat.head");
        }
        if (portfolios.isEmpty()) {
            return phrases.of("seat.minister");
        }
        StringJoiner words = new StringJoiner(" + ");
        portfolios.forEach(portfolio -> words.add(phrases.of("portfolio." + portfolio.name())));
        return words.toString();
    }

    /** Returns a seat with its number, office and occupant, for example {@code 1 trade, Mei}. */
    public String of(Occupant occupant) {
        String office = occupant.seat().number() + " " + office(occupant.seat(), occupant.portfolios());
        return occupant.isVacant() ? office : phrases.parts(List.of(office, name(occupant)));
    }

    /** Returns the occupant's name, with a word if he is a program. */
    public String name(Occupant occupant) {
        String name = safe.apply(occupant.name());
        return occupant.bot() ? phrases.of("seat.bot", name) : name;
    }
}

package dev.truce.cli.option;

import dev.truce.cli.fault.FaultException;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.board.Portfolio;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.Delegation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which seat somebody wants.
 *
 * @param side the side, or null for any
 * @param number the number of the seat, or null for any
 */
public record SeatWish(@Nullable Side side, @Nullable Integer number) {
    /**
     * Reads a wish.
     *
     * @param side the side, or null
     * @param seat {@code head}, a number, or a portfolio as servers hand them out: minister n holds the n-th of his side; or null
     */
    public static SeatWish of(@Nullable Side side, @Nullable String seat) throws FaultException {
        if (seat == null) {
            return new SeatWish(side, null);
        }
        String word = seat.strip();
        if (word.equalsIgnoreCase("head")) {
            return new SeatWish(side, Delegation.HEAD);
        }
        if (word.matches("[0-4]")) {
            return new SeatWish(side, Integer.parseInt(word));
        }
        List<SeatWish> fitting = new ArrayList<>();
        List<String> known = new ArrayList<>(List.of("head", "1", "2", "3", "4"));
        for (Side each : Side.values()) {
            if (side == null || side == each) {
                List<Portfolio> portfolios = Portfolio.of(each);
                portfolios.forEach(portfolio -> known.add(portfolio.word()));
                Portfolio.find(word, each)
                        .ifPresent(found -> fitting.add(new SeatWish(each, portfolios.indexOf(found) + 1)));
            }
        }
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        String what = fitting.isEmpty() ? Texts.of("fault.seat", word) : Texts.of("fault.seat-side", word);
        String next = fitting.isEmpty() ? "--seat head" : "--side us --seat " + word;
        throw FaultException.usage(UsageFault.of("UNKNOWN_SEAT", what, Texts.of("fault.unchanged.nothing-joined"), next)
                .about("--seat", String.join(" ", known)));
    }
}

package dev.truce.engine.delegation;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Portfolio;
import dev.truce.engine.board.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * How one side is played: by its head, on seat 0, and up to four ministers. Portfolios that no minister holds are the head's.
 *
 * @param side whose delegation
 * @param mode who decides
 * @param ministers the other seats, by number
 */
public record Delegation(Side side, DelegationMode mode, List<Minister> ministers) {
    /** Most seats of a delegation, the head's included. */
    public static final int MAX_SEATS = 5;

    /** Most seats beside the head's. */
    public static final int MAX_MINISTERS = MAX_SEATS - 1;

    /** The seat of the head. */
    public static final int HEAD = 0;

    private static final BySide<Delegation> HEAD_ALONE =
            BySide.each(side -> new Delegation(side, DelegationMode.HEAD, List.of()));

    /**
     * Puts the ministers in order.
     *
     * @throws IllegalArgumentException if a seat is named twice, a portfolio is the other side's, or two hold one; the message says
     *     what would be right
     */
    public Delegation {
        ministers = ministers.stream()
                .sorted(Comparator.comparingInt(Minister::number))
                .toList();
        List<Portfolio> held = new ArrayList<>();
        for (int i = 0; i < ministers.size(); i++) {
            Minister minister = ministers.get(i);
            String seat = side + "." + minister.number();
            if (i > 0 && ministers.get(i - 1).number() == minister.number()) {
                throw new IllegalArgumentException(
                        seat + " is named twice; ministers sit on seats 1.." + MAX_MINISTERS + ", one on each");
            }
            for (Portfolio portfolio : minister.portfolios()) {
                if (portfolio.side() != side) {
                    throw new IllegalArgumentException(seat + " holds " + portfolio.word() + " of " + portfolio.side()
                            + "; portfolios of " + side + " are " + words(Portfolio.of(side)));
                }
                if (held.contains(portfolio)) {
                    throw new IllegalArgumentException(
                            seat + " holds " + portfolio.word() + ", which another seat holds; one seat a portfolio");
                }
                held.add(portfolio);
            }
        }
    }

    /** Returns a delegation of the head alone. */
    public static Delegation ofHead(Side side) {
        return HEAD_ALONE.of(side);
    }

    /**
     * Returns the usual delegation: minister n holds the n-th portfolio of the side, and a fourth US minister none.
     *
     * @param seats seats, the head's included, 1..5
     * @throws IllegalArgumentException if there are fewer or more
     */
    public static Delegation usual(Side side, DelegationMode mode, int seats) {
        if (seats < 1 || seats > MAX_SEATS) {
            throw new IllegalArgumentException(
                    seats + " seats; a delegation has 1.." + MAX_SEATS + " seats, the head's included");
        }
        List<Minister> ministers = new ArrayList<>();
        for (int number = 1; number < seats; number++) {
            ministers.add(new Minister(number, usualPortfolios(side, number)));
        }
        return new Delegation(side, mode, ministers);
    }

    private static List<Portfolio> usualPortfolios(Side side, int number) {
        List<Portfolio> all = Portfolio.of(side);
        return number <= all.size() ? List.of(all.get(number - 1)) : List.of();
    }

    /** Returns the same delegation with only those ministers whose seats somebody holds; what the others held falls to the head. */
    public Delegation occupied(List<Integer> numbers) {
        return new Delegation(
                side,
                mode,
                ministers.stream()
                        .filter(minister -> numbers.contains(minister.number()))
                        .toList());
    }

    /** Returns whether the head is alone. */
    public boolean isHeadAlone() {
        return ministers.isEmpty();
    }

    /** Returns the number of seats, the head's included. */
    public int seats() {
        return ministers.size() + 1;
    }

    /** Returns the minister on a seat, if there is one. */
    public Optional<Minister> minister(int number) {
        return ministers.stream().filter(it -> it.number() == number).findFirst();
    }

    /** Returns the seat that holds a portfolio: a minister's number, or 0 for the head. */
    public int holder(Portfolio portfolio) {
        for (Minister minister : ministers) {
            if (minister.portfolios().contains(portfolio)) {
                return minister.number();
            }
        }
        return HEAD;
    }

    /** Returns the seat that decides an instrument of this side: always the head unless the mode is {@link DelegationMode#PORTFOLIO}. */
    public int decides(Instrument instrument) {
        return mode == DelegationMode.HEAD ? HEAD : holder(Portfolio.of(instrument));
    }

    /** Returns the instruments that a seat decides, in index order; none for a minister whose head decides. */
    public List<Instrument> decidedBy(int number) {
        if (isHeadAlone()) {
            return number == HEAD ? Instrument.of(side) : List.of();
        }
        return Instrument.of(side).stream()
                .filter(instrument -> decides(instrument) == number)
                .toList();
    }

    private static String words(List<Portfolio> portfolios) {
        StringJoiner words = new StringJoiner(", ");
        for (Portfolio portfolio : portfolios) {
            words.add(portfolio.word());
        }
        return words.toString();
    }
}

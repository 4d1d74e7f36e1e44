package dev.truce.match;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import java.util.Comparator;

/**
 * A place in a delegation.
 *
 * @param side whose delegation
 * @param number 0 for the head; ministers follow
 */
public record Seat(Side side, int number) {
    /** The head of the US delegation. */
    public static final Seat US_HEAD = new Seat(Side.US, 0);
    /** The head of the Chinese delegation. */
    public static final Seat CN_HEAD = new Seat(Side.CN, 0);

    /** First the US, the head first. */
    public static final Comparator<Seat> CANONICAL =
            Comparator.comparing(Seat::side).thenComparingInt(Seat::number);

    /** Returns the head of a side's delegation. */
    public static Seat head(Side side) {
        return BySide.pick(side, US_HEAD, CN_HEAD);
    }

    @Override
    public String toString() {
        return side + (number == 0 ? ".head" : "." + number);
    }
}

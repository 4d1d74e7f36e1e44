package dev.truce.engine.agreement;

import dev.truce.engine.board.Side;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names an offer of a match; written {@code US-3}.
 *
 * @param side who made it
 * @param number counts the offers of that side in the match, from 1
 */
public record OfferId(Side side, int number) {
    private static final Pattern TEXT = Pattern.compile("(US|CN)-([1-9][0-9]{0,3})");

    /**
     * Insists on a number.
     *
     * @throws IllegalArgumentException unless the number is at least 1
     */
    public OfferId {
        if (number < 1) {
            throw new IllegalArgumentException("offer number " + number + ", expected 1 or more");
        }
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException if the text names no offer, or one beyond the 9999th
     */
    public static OfferId parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("expected the name of an offer, like US-3");
        }
        return new OfferId(Side.valueOf(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    @Override
    public String toString() {
        return side + "-" + number;
    }
}

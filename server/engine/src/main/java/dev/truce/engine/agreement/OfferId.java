package dev.truce.engine.agreement;

import dev.truce.engine.board.Side;

/**
 * Names an offer of a match; written {@code US-3}.
 *
 * @param side who made it
 * @param number counts the offers of that side in the match, from 1
 */
public record OfferId(Side side, int number) {
    private static final int PREFIX = 3;
    private static final int MAX_DIGITS = 4;

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
        Side side = text.startsWith("US-") ? Side.US : text.startsWith("CN-") ? Side.CN : null;
        int digits = text.length() - PREFIX;
        int number = 0;
        for (int i = PREFIX; side != null && digits <= MAX_DIGITS && i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || (digit == 0 && number == 0)) {
                number = 0;
                break;
            }
            number = 10 * number + digit;
        }
        if (side == null || number == 0) {
            throw new IllegalArgumentException("expected the name of an offer, like US-3");
        }
        return new OfferId(side, number);
    }

    @Override
    public String toString() {
        return side + "-" + number;
    }
}

package dev.truce.story.page;

/**
 * A figure of one thing, ready to be printed.
 *
 * @param value its digits
 * @param text its digits with the sign of their unit, if the unit has one
 * @param change how far it moved, with the sign of where to; empty if that is not told
 * @param trend where it went
 * @param number what programs get
 */
public record Shown(String value, String text, String change, Trend trend, Number number) {
    /** Returns the value with the bare sign of where it went, for example {@code 10.58v}. */
    public String signed() {
        return value + trend.sign();
    }
}

package dev.truce.engine.economy;

/** Refuses numbers outside their range. It stands alone, since parameters that check each other while their classes load find nulls. */
final class Ranges {
    private Ranges() {}

    static void require(String field, double value, double min, double max) {
        // Written so that NaN fails too.
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(field + " is " + value + "; it must be " + min + " to " + max);
        }
    }
}

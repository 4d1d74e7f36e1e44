package dev.truce.tournament;

import java.util.Locale;

/** Figures in the texts of gates, the same in every locale. */
final class Words {
    private Words() {}

    /** Returns a text from a pattern of {@link String#format}. */
    static String of(String pattern, Object... arguments) {
        return String.format(Locale.ROOT, pattern, arguments);
    }

    /** Returns a mean with its interval. */
    static String of(Interval interval) {
        return interval.isTooFew()
                ? of("%.2f (too few seeds for an interval)", interval.mean())
                : of("%.2f (95%% %.2f..%.2f)", interval.mean(), interval.low(), interval.high());
    }
}

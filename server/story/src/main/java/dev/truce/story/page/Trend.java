package dev.truce.story.page;

import java.util.Locale;

/** Where a figure went since the one before; up, down and the same differ by their signs, so that no colour is needed. */
public enum Trend {
    /** Up. */
    RISES("^", "spoken.trend.up"),
    /** Down. */
    FALLS("v", "spoken.trend.down"),
    /** The same as before. */
    SAME("=", "spoken.trend.same");

    private final String sign;
    private final String key;

    Trend(String sign, String key) {
        this.sign = sign;
        this.key = key;
    }

    public static Trend of(long difference) {
        return difference > 0 ? RISES : difference < 0 ? FALLS : SAME;
    }

    /** Its sign on a screen. */
    public String sign() {
        return sign;
    }

    /** Key of its word in a sentence. */
    public String key() {
        return key;
    }

    public String htmlClass() {
        return name().toLowerCase(Locale.ROOT);
    }
}

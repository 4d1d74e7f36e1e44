package dev.truce.story.page;

import java.util.Locale;

/** What a figure counts. */
public enum Unit {
    /** An index or a plain number; programs get it without a unit. */
    NONE,
    /** Parts of a hundred. */
    PERCENT,
    /** Dollars a bushel. */
    USD_PER_BUSHEL,
    /** Dollars a kilogram. */
    USD_PER_KG,
    /** Dollars for a 40-foot box. */
    USD_PER_BOX,
    /** Millions of dollars. */
    USD_MILLIONS,
    /** Billions of dollars. */
    USD_BN,
    /** Million tonnes. */
    MMT,
    /** Parts of a hundred of what it was in 2024. */
    PERCENT_OF_2024;

    /** Returns the name that programs get for a figure in this unit, for example {@code soya_usd_per_bushel}. */
    public String named(String figure) {
        return this == NONE ? figure : figure + "_" + name().toLowerCase(Locale.ROOT);
    }
}

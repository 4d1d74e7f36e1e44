package dev.truce.match;

import java.util.Locale;

/** How a side's orders for a round came about. */
public enum Manner {
    /** The seat sealed them. */
    SEALED,
    /** The seat was ready without sealing any, which means hold. */
    READY,
    /** The deadline passed and the absence policy acted. */
    ABSENT;

    /** Returns how records write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

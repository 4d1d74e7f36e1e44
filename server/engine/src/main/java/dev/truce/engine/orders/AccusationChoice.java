package dev.truce.engine.orders;

import java.util.Locale;

/** What a side does about its accusation of the other side. */
public enum AccusationChoice {
    /** The accusation is closed. */
    REST,
    /** Inspectors look whether the shortfall was real. */
    INSPECT,
    /** Inspectors look, the agreement ends, and in the round the accuser may order back what it asks beyond the truce without breach. */
    SUSPEND;

    /** Returns the word by which a choice is typed, in small letters. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

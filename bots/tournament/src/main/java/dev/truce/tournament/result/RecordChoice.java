package dev.truce.tournament.result;

import java.util.Locale;

/** Whether and how a tournament keeps the records of its matches. */
public enum RecordChoice {
    /** A file each. */
    ALL,
    /** Many in a file, by column. */
    PACKED,
    /** None. */
    NONE;

    /** The word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

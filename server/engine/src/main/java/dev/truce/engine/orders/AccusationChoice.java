package dev.truce.engine.orders;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

    /** Returns the choice of a word, which is read in any case. */
    public static Optional<AccusationChoice> find(String word) {
        return Arrays.stream(values())
                .filter(choice -> choice.word().equalsIgnoreCase(word))
                .findFirst();
    }
}

package dev.truce.engine.delegation;

import java.util.Locale;
import java.util.Optional;

/** Who decides in a delegation. The words never change: records, files and bots rely on them. */
public enum DelegationMode {
    /** The head's orders bind; ministers draft, discuss and vote. */
    HEAD,
    /** Each instrument is decided by the seat that holds its portfolio; the rest by the head. Ministers have private briefs. */
    PORTFOLIO;

    /** Returns the word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds a mode by its word, any case. */
    public static Optional<DelegationMode> find(String word) {
        for (DelegationMode mode : values()) {
            if (mode.word().equals(word.toLowerCase(Locale.ROOT))) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }
}

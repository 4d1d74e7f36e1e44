package dev.truce.env;

import java.util.Locale;

/** A learner asked for what cannot be done; nothing was changed. Whatever else is thrown is a fault of the program. */
public final class LabException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why it cannot be done. */
    public enum NotDone {
        /** The bytes of a request are not as many as its command takes. */
        WRONG_LENGTH,
        /** There is no command of this number. */
        UNKNOWN_COMMAND,
        /** There is no match of this number. */
        UNKNOWN_MATCH,
        /** A match was never reset. */
        NOT_BEGUN,
        /** A saved match is of another scenario, other rounds or other bots. */
        SAVED_SETTINGS,
        /** A saved match is cut off. */
        SAVED_LENGTH,
        /** A saved match does not lead to the state that it names. */
        SAVED_STATE;

        /** Returns the word that programs are told. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final NotDone why;

    /** Makes a refusal. */
    public LabException(NotDone why) {
        super(why.word());
        this.why = why;
    }

    /** Why it cannot be done. */
    public NotDone why() {
        return why;
    }
}

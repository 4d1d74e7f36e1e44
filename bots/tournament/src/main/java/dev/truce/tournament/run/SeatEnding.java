package dev.truce.tournament.run;

import java.util.Locale;

/** How a match ended for one seat; the worst that happened counts. They ask for different repairs, so files tell them apart. */
public enum SeatEnding {
    /** Nothing went wrong. */
    NORMAL,
    /** The bot ordered or offered something that the rules refuse; it held instead. */
    ILLEGAL,
    /** The model that the bot asks gave no usable answer; the bot decided without one. */
    NO_ANSWER,
    /** The bot did not answer in time; it held in that round. */
    TIMEOUT,
    /** The bot threw or its process ended; it held in that round. */
    CRASH,
    /** The bot stopped answering and was ended. */
    STALL,
    /** The program itself failed. The match counts for nobody. */
    SERVER_FAULT;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The word for it in files. */
    public String word() {
        return word;
    }

    /**
     * Returns the ending of a word.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static SeatEnding ofWord(String word) {
        for (SeatEnding ending : values()) {
            if (ending.word().equals(word)) {
                return ending;
            }
        }
        throw new IllegalArgumentException("ending '" + word + "' is none");
    }
}

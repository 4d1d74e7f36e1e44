package dev.truce.match.record;

import java.util.regex.Pattern;

/**
 * What people call a match. None of it is covered by the hash chain or compared by a verification.
 *
 * @param event occasion, for example {@code Seminar 3}; empty if there is none
 * @param date day on which it was played, ISO 8601, for example {@code 2026-03-02}; empty if it is not told
 * @param usName occupant of the US seat, a pseudonym unless the host says otherwise
 * @param cnName occupant of the Chinese seat
 */
public record RecordTitle(String event, String date, String usName, String cnName) {
    /** Longest event or name, in characters. */
    public static final int MAX_CHARACTERS = 200;

    private static final Pattern DATE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})?");

    /**
     * Insists on texts that a record can hold.
     *
     * @throws IllegalArgumentException if a text is too long or cannot stand in one line, or the date is no date
     */
    public RecordTitle {
        requireName("event", event);
        requireName("name of the US", usName);
        requireName("name of China", cnName);
        requireDate(date);
    }

    /**
     * Insists on a date or on none.
     *
     * @throws IllegalArgumentException unless the text is empty or looks like a date
     */
    public static void requireDate(String date) {
        if (!DATE.matcher(date).matches()) {
            throw new IllegalArgumentException("a date must look like 2026-03-02, or be left out");
        }
    }

    /** Returns the caption of a match without an occasion. */
    public static RecordTitle of(String usName, String cnName) {
        return new RecordTitle("", "", usName, cnName);
    }

    /**
     * Insists on a text that can stand in one line of a record.
     *
     * @param what what the message calls it
     * @throws IllegalArgumentException if it is longer than {@link #MAX_CHARACTERS} or has control characters, line separators or
     *     half of a surrogate pair
     */
    public static void requireName(String what, String text) {
        if (text.length() > MAX_CHARACTERS) {
            throw new IllegalArgumentException(what + " is longer than " + MAX_CHARACTERS + " characters");
        }
        if (!OneLine.is(text)) {
            throw new IllegalArgumentException(what + " must stand in one line, without control characters");
        }
    }
}

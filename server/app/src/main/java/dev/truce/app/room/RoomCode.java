package dev.truce.app.room;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * What people type to find a room: 8 symbols of 31, without 0, O, 1, I and L, which are read for one another. That is 39.6
 * bits, so that 10,000 guesses among 1,000 open rooms hit one in about 80,000 such attempts.
 *
 * @param text 8 upper-case symbols
 */
public record RoomCode(String text) {
    /** Symbols of a code. */
    public static final String SYMBOLS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /** Length of a code. */
    public static final int LENGTH = 8;

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException unless it is 8 symbols of {@link #SYMBOLS}
     */
    public RoomCode {
        if (!isCode(text)) {
            throw new IllegalArgumentException("not a room code");
        }
    }

    public static RoomCode draw(SecureRandom random) {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(SYMBOLS.charAt(random.nextInt(SYMBOLS.length())));
        }
        return new RoomCode(text.toString());
    }

    /** Reads a code as people type it: any case, with white space or hyphens between and around. Empty if it cannot be a code. */
    public static Optional<RoomCode> parse(String typed) {
        if (typed.length() > 4 * LENGTH) {
            return Optional.empty();
        }
        String text = typed.replaceAll("[\\s\\h-]", "").toUpperCase(Locale.ROOT);
        return isCode(text) ? Optional.of(new RoomCode(text)) : Optional.empty();
    }

    private static boolean isCode(String text) {
        return text.length() == LENGTH && text.chars().allMatch(symbol -> SYMBOLS.indexOf(symbol) >= 0);
    }

    /** Hides the code: it admits people and does not belong into a log. */
    @Override
    public String toString() {
        return "RoomCode[hidden]";
    }
}

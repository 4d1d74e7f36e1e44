package dev.truce.match.deed;

import dev.truce.engine.Limits;

/** Who acts on a seat while a match goes on. */
public sealed interface SeatHolder {
    /** The person or program that took the seat before the match began. */
    record Person() implements SeatHolder {}

    /** Nobody: the head decides what the seat holds. */
    record Nobody() implements SeatHolder {}

    /**
     * A bot in place of that person.
     *
     * @param name its name in the roster
     */
    record Bot(String name) implements SeatHolder {
        /**
         * Checks the name.
         *
         * @throws IllegalArgumentException if it is no word
         */
        public Bot {
            if (!isName(name)) {
                throw new IllegalArgumentException(
                        "a bot's name has 1.." + Limits.MAX_ID_CHARACTERS + " lower-case letters, digits and hyphens");
            }
        }

        /** Returns whether a text can be the name of a bot: lower-case letters, digits and hyphens. */
        public static boolean isName(String text) {
            return !text.isEmpty()
                    && text.length() <= Limits.MAX_ID_CHARACTERS
                    && text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
        }
    }
}

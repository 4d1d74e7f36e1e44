package dev.truce.match;

import dev.truce.match.deed.By;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;

/**
 * What the referee is told: by a seat, or from outside of the seats. Accepted inputs, in order, are the match: replaying them gives
 * every state again. None carries a clock reading.
 */
public sealed interface Input {
    /** Longest key of a deed, in characters. */
    int MAX_KEY_CHARACTERS = 64;

    /**
     * A seat does something in a round. The same key twice is one deed.
     *
     * @param seat who does it
     * @param round the round that is meant
     * @param key idempotency key chosen by the client, 1..64 printable ASCII characters
     * @param deed what it does
     */
    record Does(Seat seat, int round, String key, Deed deed) implements Input {
        /**
         * Checks the key.
         *
         * @throws IllegalArgumentException if the key is too long, empty or not printable; hosts check it where it comes in
         */
        public Does {
            requireKey(key);
        }
    }

    /**
     * Something is done with the match from outside of its seats.
     *
     * @param by on whose behalf
     * @param number number of the act in the journal of the class that caused it, 0 outside classes; the same number twice is one act
     * @param act what is done
     */
    record Hosts(By by, long number, HostAct act) implements Input {
        /** The person who opened the room does something. */
        public Hosts(HostAct act) {
            this(new By.Host(), 0, act);
        }

        /** The clock of a round has run down. */
        public static Hosts timeUp(int round, long timer) {
            return new Hosts(new By.Clock(), 0, new HostAct.TimeUp(round, timer));
        }
    }

    private static void requireKey(String key) {
        if (key.isEmpty() || key.length() > MAX_KEY_CHARACTERS) {
            throw new IllegalArgumentException(
                    "a key has 1.." + MAX_KEY_CHARACTERS + " characters, not " + key.length());
        }
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) < 0x20 || key.charAt(i) > 0x7E) {
                throw new IllegalArgumentException("character " + i + " of a key is not printable ASCII");
            }
        }
    }
}

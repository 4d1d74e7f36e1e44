package dev.truce.match.record;

import dev.truce.engine.Sha256;
import org.jspecify.annotations.Nullable;

/** Where the seed of a room's match comes from. A match that was not played in a room has none. */
public sealed interface SeedOrigin {

    /** The person who opened the room chose the seed, and could calculate all chance of the match from the start. */
    record Chosen() implements SeedOrigin {}

    /**
     * The server drew the seed and published its hash when the match began.
     *
     * <p>The salt keeps the hash from being a short cut to the seed: who has the hash alone would have to try 2^192 pairs of seed and
     * salt. The match id and the words before it make it the hash of this seed in this match and of nothing else.
     *
     * @param matchId the match
     * @param salt 128 random bits, 32 hex digits; as secret as the seed until the match is over
     * @param hash SHA-256, 64 hex digits
     */
    record Drawn(String matchId, String salt, String hash) implements SeedOrigin {
        /** Hex digits of a salt. */
        public static final int SALT_DIGITS = 32;

        /** Hex digits of a hash. */
        public static final int HASH_DIGITS = Hex.WHOLE;

        /**
         * Insists on texts that a record can hold.
         *
         * @throws IllegalArgumentException if the id is empty or does not fit into a line, or salt or hash has not its digits
         */
        public Drawn {
            if (matchId.isEmpty()) {
                throw new IllegalArgumentException("the match id is empty");
            }
            RecordTitle.requireName("match id", matchId);
            Hex.require("salt", salt, SALT_DIGITS);
            Hex.require("hash", hash, HASH_DIGITS);
        }

        /**
         * Returns the origin of a seed that was drawn for a match.
         *
         * @param tableSeed that of the table, drawn too, or null if it has none
         */
        public static Drawn of(String matchId, String salt, long seed, @Nullable Long tableSeed) {
            return new Drawn(matchId, salt, hash(matchId, salt, seed, tableSeed));
        }

        /**
         * Returns the hash that seeds have with this id and salt, 64 hex digits; {@link #hash} if they are those that were drawn.
         *
         * @param tableSeed that of the table, or null if it has none
         */
        public String hashOf(long seed, @Nullable Long tableSeed) {
            return hash(matchId, salt, seed, tableSeed);
        }

        private static String hash(String matchId, String salt, long seed, @Nullable Long tableSeed) {
            String ofTable = tableSeed == null ? "" : tableSeed + "\n";
            return Sha256.hex("truce seed\n" + matchId + "\n" + seed + "\n" + salt + "\n" + ofTable);
        }

        /** Leaves the salt out, which is a secret while the match goes on. */
        @Override
        public String toString() {
            return "Drawn[matchId=" + matchId + ", hash=" + hash + "]";
        }
    }
}

package dev.truce.app.encoding;

import dev.truce.match.record.SeedOrigin;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The seed of a room's match; a secret of the host until the match is over.
 *
 * @param value seed of every draw
 * @param ofTable seed of the draws that a table of a class has alone, or null if the value is that of all
 * @param salt 32 hex digits that are hashed with a seed that the server drew; empty if the person who opened the room chose the seed
 */
public record MatchSeed(long value, @Nullable Long ofTable, String salt) {

    /** A seed that the person who opened the room chose. */
    public static MatchSeed chosen(long value) {
        return new MatchSeed(value, null, "");
    }

    /**
     * Returns the seed of a new match: the one that was wished for, or 64 secret bits. This is the only place that takes a wish for a
     * seed: rooms that count, when there are such, draw theirs here whatever was wished for.
     *
     * @param wished what the person who opens the room wants, or null
     */
    public static MatchSeed of(@Nullable Long wished, SecureRandom random) {
        if (wished != null) {
            return chosen(wished);
        }
        String salt = salt(random);
        return new MatchSeed(random.nextLong(), null, salt);
    }

    /** Returns a new salt. */
    static String salt(SecureRandom random) {
        byte[] salt = new byte[SeedOrigin.Drawn.SALT_DIGITS / 2];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    /** Returns the seed of what belongs to one side: that of the table if it has one, else that of the match. */
    public long seedOfTable() {
        return ofTable == null ? value : ofTable;
    }

    /** Returns whether the person who opened the room chose it. */
    public boolean isChosen() {
        return salt.isEmpty();
    }

    /** Returns what the record says about it, and everybody hears the hash of. */
    public SeedOrigin origin(String matchId) {
        return isChosen() ? new SeedOrigin.Chosen() : SeedOrigin.Drawn.of(matchId, salt, value, ofTable);
    }

    /** Leaves seed and salt out, so that no log shows them. */
    @Override
    public String toString() {
        return isChosen() ? "MatchSeed[chosen]" : "MatchSeed[drawn]";
    }
}

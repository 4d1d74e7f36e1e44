package dev.truce.tournament;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The seeds of bots: they follow from the match's seed, so that a duel replays, but do not give it away. */
final class BotSeeds {
    private BotSeeds() {}

    /** Returns the bots' seed of a match: the first 8 bytes of SHA-256 over a word and the match's seed. */
    static long of(long matchSeed) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("truce bots".getBytes(StandardCharsets.US_ASCII));
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(matchSeed).array());
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

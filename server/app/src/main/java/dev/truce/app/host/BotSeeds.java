package dev.truce.app.host;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The seeds of the roster's bots: they follow from the match's, so that a match replays, but do not give it away. */
final class BotSeeds {
    /** Steps of a bot in each round, as in the line protocol's example. */
    static final long STEPS_PER_ROUND = 10_000;

    private BotSeeds() {}

    /** Returns the bots' seed of a match: the first 8 bytes of SHA-256 over a word and the match's seed. */
    static long of(long matchSeed) {
        return of(matchSeed, 0);
    }

    /** Returns the seed of the bots in the seats of one number, which is the match's for the heads and another for each minister. */
    static long of(long matchSeed, int seat) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("truce bots".getBytes(StandardCharsets.US_ASCII));
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(matchSeed).array());
            if (seat > 0) {
                digest.update((byte) seat);
            }
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package dev.truce.cli.command;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** Seeds of bots that follow from a match's seed, so that a demo repeats, and from which it cannot be worked out. */
final class BotSeed {
    private BotSeed() {}

    /**
     * Returns the seed of the bots of a match.
     *
     * @param matchSeed the match's, or null if it is a secret of the server: then one by chance
     */
    static long of(@Nullable Long matchSeed) {
        if (matchSeed == null) {
            return new SecureRandom().nextLong();
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("truce bots of " + matchSeed).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}

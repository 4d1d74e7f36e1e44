package dev.truce.cli.command;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Seeds of bots that follow from a match's seed, so that a demo repeats, and from which it cannot be worked out. */
final class BotSeed {
    private BotSeed() {}

    static long of(long matchSeed) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("truce bots of " + matchSeed).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}

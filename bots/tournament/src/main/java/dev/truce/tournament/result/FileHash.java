package dev.truce.tournament.result;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes of programs, 64 hex digits each, by which a run tells what has played. */
public final class FileHash {
    /** Stands for the hash of what cannot be read. */
    public static final String UNKNOWN = "unknown";

    private FileHash() {}

    /** Returns the SHA-256 of a file, or {@link #UNKNOWN}. */
    public static String of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] part = new byte[1 << 16];
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                digest.update(part, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException unreadable) {
            return UNKNOWN;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Returns the hash of the last file that a command names, which is mostly its script; else {@link #UNKNOWN}. */
    public static String ofLastNamed(String command) {
        String hash = UNKNOWN;
        for (String word : command.replaceAll("[\"']", " ").split("[ :]+", -1)) {
            try {
                Path file = Path.of(word);
                if (Files.isRegularFile(file)) {
                    hash = of(file);
                }
            } catch (InvalidPathException none) {
                continue;
            }
        }
        return hash;
    }
}

package dev.truce.tournament.result;

import dev.truce.bot.line.BotName;
import dev.truce.bot.line.model.ModelFile;
import dev.truce.bot.line.model.ModelFileException;
import dev.truce.engine.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Hashes of programs, 64 hex digits each, by which a run tells what has played. */
public final class FileHash {
    /** Stands for the hash of what cannot be read. */
    public static final String UNKNOWN = "unknown";

    private static final int MAX_FILES = 1_000;
    private static final long MAX_BYTES = 1L << 26;
    private static final int MAX_DEPTH = 16;

    private FileHash() {}

    /** Returns the SHA-256 of a file, or {@link #UNKNOWN}. */
    public static String of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = Sha256.start();
            byte[] part = new byte[1 << 16];
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                digest.update(part, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException unreadable) {
            return UNKNOWN;
        }
    }

    /**
     * Returns the hash of what a command plays: of the folder in which the last file lies that it names, which is mostly its script. The
     * hash covers names and contents of all files below the folder, by name; of a link only where it leads to. Left out are what
     * begins with a dot, {@code __pycache__}, and folders of results. If there are more than {@value #MAX_FILES} files or {@value
     * #MAX_BYTES} bytes, or something cannot be read, it is the hash of the file alone.
     *
     * @return the hash, or {@link #UNKNOWN} if the command names no file
     */
    public static String ofCommand(String command) {
        return lastNamed(command)
                .map(file -> ofFolder(file).orElseGet(() -> of(file)))
                .orElse(UNKNOWN);
    }

    /** Returns the hash of what decides what a model is asked, or {@link #UNKNOWN} if its file cannot be read. */
    static String ofModel(String given) {
        try {
            return ModelFile.read(given.strip().substring(BotName.OF_MODEL.length()))
                    .sha256();
        } catch (ModelFileException unreadable) {
            return UNKNOWN;
        }
    }

    /** Returns whether {@link #ofCommand} covers the last file that a command names, but not the folder of it. */
    public static boolean isFileAlone(String command) {
        return lastNamed(command).map(file -> ofFolder(file).isEmpty()).orElse(false);
    }

    private static Optional<Path> lastNamed(String command) {
        Optional<Path> last = Optional.empty();
        for (String word : command.replaceAll("[\"']", " ").split("[ :=]+", -1)) {
            try {
                Path file = Path.of(word);
                if (Files.isRegularFile(file)) {
                    last = Optional.of(file.toAbsolutePath());
                }
            } catch (InvalidPathException none) {
                // A word that cannot name a file names none.
            }
        }
        return last;
    }

    private static Optional<String> ofFolder(Path file) {
        Path folder = file.getParent();
        if (folder == null) {
            return Optional.empty();
        }
        try {
            TreeMap<String, Path> files = new TreeMap<>();
            long bytes = collect(folder, folder, files, 0);
            if (bytes > MAX_BYTES || files.size() > MAX_FILES) {
                return Optional.empty();
            }
            MessageDigest digest = Sha256.start();
            for (Map.Entry<String, Path> entry : files.entrySet()) {
                boolean isLink = Files.isSymbolicLink(entry.getValue());
                byte[] content = isLink
                        ? Files.readSymbolicLink(entry.getValue()).toString().getBytes(StandardCharsets.UTF_8)
                        : Files.readAllBytes(entry.getValue());
                byte[] head = ((isLink ? "link " : "file ") + content.length + " " + entry.getKey() + "\n")
                        .getBytes(StandardCharsets.UTF_8);
                digest.update(head);
                digest.update(content);
            }
            return Optional.of(HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | DirectoryIteratorException unreadable) {
            return Optional.empty();
        }
    }

    /** Adds the files below a folder until there are too many; returns how many bytes they have. */
    private static long collect(Path root, Path folder, Map<String, Path> files, int depth) throws IOException {
        long bytes = 0;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (name.startsWith(".") || name.equals("__pycache__")) {
                    continue;
                }
                if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    if (!Files.exists(entry.resolve(RunCard.FILE))) {
                        bytes += depth < MAX_DEPTH ? collect(root, entry, files, depth + 1) : MAX_BYTES + 1;
                    }
                } else if (Files.isSymbolicLink(entry) || Files.isRegularFile(entry)) {
                    files.put(root.relativize(entry).toString().replace('\\', '/'), entry);
                    bytes += Files.isSymbolicLink(entry) ? 0 : Files.size(entry);
                }
                if (bytes > MAX_BYTES || files.size() > MAX_FILES) {
                    return MAX_BYTES + 1;
                }
            }
        }
        return bytes;
    }
}

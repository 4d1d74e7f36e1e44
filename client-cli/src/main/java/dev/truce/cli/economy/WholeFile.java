package dev.truce.cli.economy;

import dev.truce.cli.economy.PolicyFault.Code;
import dev.truce.cli.text.Texts;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes a file so that it is either the old one or the whole new one, never a part. */
final class WholeFile {
    /** Writes the text of the file. */
    @FunctionalInterface
    interface Content {
        void writeTo(Appendable out) throws IOException;
    }

    private WholeFile() {}

    /**
     * Writes beside the target and then moves.
     *
     * @param target a file that may exist; a link is followed, so that what it names is replaced
     * @param content the new text, in UTF-8
     * @throws PolicyFault if the target is not a regular file or cannot be written; then it is unchanged
     */
    static void write(Path target, Content content) {
        Path file = resolve(target);
        // Beside the target, since only a move within one file system is atomic. Not Files.createTempFile, whose files
        // nobody else may read.
        Path part = file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            try (BufferedWriter out =
                    Files.newBufferedWriter(part, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW)) {
                content.writeTo(out);
            }
            move(part, file);
        } catch (IOException e) {
            throw failed(Texts.of("economy.cannot-write", target, e.getClass().getSimpleName() + " " + e.getMessage()));
        } finally {
            discard(part);
        }
    }

    private static Path resolve(Path target) {
        Path file = target.toAbsolutePath();
        // A rename over a device such as /dev/null would replace the device.
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw failed(Texts.of("economy.no-file", target));
        }
        try {
            return Files.exists(file) ? file.toRealPath() : file;
        } catch (IOException e) {
            throw failed(Texts.of("economy.cannot-follow", target, String.valueOf(e.getMessage())));
        }
    }

    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // The refusal that is under way says more than a second one about the leftover.
            part.toFile().deleteOnExit();
        }
    }

    private static PolicyFault failed(String happened) {
        return new PolicyFault(Code.OUTPUT_FAILED, happened, Texts.of("economy.next.out-or-none"));
    }
}

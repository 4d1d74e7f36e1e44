package dev.truce.cli.option;

import dev.truce.cli.fault.FaultException;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.stream.Stream;

/** Files that only their owner can read, in folders that only their owner can enter. */
public final class PrivateFile {
    private PrivateFile() {}

    /** Writes a file; it appears as a whole or not at all. The folder is made if need be. */
    public static void write(Path file, String text) throws IOException {
        Path written = beside(file);
        try {
            Files.writeString(written, text, StandardCharsets.UTF_8);
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /** Finds out whether a file can be written; what is in it stays. The folder is made if need be. */
    public static void tryOut(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Files.delete(beside(file));
    }

    /** Makes an empty file in the folder of another. */
    private static Path beside(Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        makeFolder(folder);
        return Files.createTempFile(
                folder, String.valueOf(file.getFileName()), ".new", attributes(folder, "rw-------"));
    }

    /** Makes a folder, and those that it lies in. */
    public static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder, attributes(folder, "rwx------"));
    }

    /** Insists that nothing is in a folder that a command fills. */
    public static void requireEmpty(Path out) throws FaultException {
        if (!Files.exists(out)) {
            return;
        }
        try (Stream<Path> inside = Files.list(out)) {
            if (inside.findAny().isEmpty()) {
                return;
            }
        } catch (IOException unreadable) {
            throw unwritable(out, unreadable);
        }
        throw FaultException.failed(UsageFault.of(
                "FOLDER_NOT_EMPTY",
                Texts.of("fault.export.folder", Texts.safe(out.toString())),
                Texts.of("fault.unchanged.files"),
                Texts.of("fault.next.export-out")));
    }

    /** Returns the fault of a folder that cannot be written. */
    public static FaultException unwritable(Path out, IOException cause) {
        return FaultException.failed(
                UsageFault.of(
                        "FILE_UNWRITABLE",
                        Texts.of("fault.unwritable", out),
                        Texts.of("fault.unchanged.everything"),
                        Texts.of("fault.next.export-out")),
                cause);
    }

    private static FileAttribute<?>[] attributes(Path place, String permissions) {
        boolean posix = place.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}

package dev.truce.app.config;

import dev.truce.store.sqlite.Reserve;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The directory that a server owns while it runs: nobody else may read it, and no second server may open it. The lock dies
 * with the process, however it ends.
 */
public final class DataDirectory implements AutoCloseable {
    private static final String LOCK = "truce.lock";

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataDirectory(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes a directory, creating it if need be.
     *
     * @throws StartException if it cannot be used or another server uses it
     */
    public static DataDirectory take(Path path) throws StartException {
        try {
            createPrivately(path);
            FileChannel channel =
                    FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new StartException(StartException.Code.DATA_DIRECTORY_IN_USE, "data-in-use", path);
            }
            return new DataDirectory(path, channel, lock);
        } catch (IOException e) {
            throw switch (Reserve.reason(path)) {
                case DISK_FULL -> new StartException(StartException.Code.DISK_FULL, "disk-full", e);
                case READ_ONLY -> new StartException(StartException.Code.READ_ONLY, "read-only", e);
                default -> new StartException(StartException.Code.BAD_DATA_DIRECTORY, "data", path, e);
            };
        }
    }

    /**
     * Returns whether a server uses a directory; changes nothing in it.
     *
     * @throws IOException if that cannot be found out
     */
    public static boolean isInUse(Path path) throws IOException {
        Path file = path.resolve(LOCK);
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true);
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // The other server runs in this very process.
            return null;
        }
    }

    private static void createPrivately(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return;
        }
        Path parent = path.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectory(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(path);
        }
    }

    public Path path() {
        return path;
    }

    /** Gives the directory back. */
    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}

package dev.truce.store.sqlite;

import dev.truce.store.OwnersFile;
import dev.truce.store.StoreException;
import dev.truce.store.log.LogEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Room on the disk that is kept for the day on which there is none: given back, it lets the journal be read and closed. A store opens only where there is
 * as much beside it, so that one which has failed for want of room does not open for one more write.
 */
public final class Reserve {
    /** Name of the file that keeps the room. */
    static final String FILE = "truce.reserve";

    /** Length of the file, and what has to be free beside it. */
    static final int BYTES = 1 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Reserve.class);

    private Reserve() {}

    /**
     * Keeps the room.
     *
     * @throws IOException if there is too little, or nothing can be written
     */
    static void take(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        long kept = kept(directory);
        if (isFull(directory)) {
            throw new IOException("less than " + (2 * BYTES >> 20) + " MiB free in " + directory);
        }
        if (kept == BYTES) {
            return;
        }
        OwnersFile.create(file);
        // No zeros: some file systems keep no room for them.
        byte[] bytes = new byte[BYTES];
        new Random(BYTES).nextBytes(bytes);
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            while (rest.hasRemaining()) {
                channel.write(rest, rest.position());
            }
        }
    }

    /** Gives the room back. */
    static void release(Path directory) {
        try {
            Files.deleteIfExists(directory.resolve(FILE));
        } catch (IOException e) {
            LOG.debug(LogEvent.RESERVE_STAYS.marker(), "{} stays", FILE, e);
        }
    }

    private static long kept(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private static boolean isFull(Path directory) throws IOException {
        return Files.getFileStore(directory).getUsableSpace() + kept(directory) < 2L * BYTES;
    }

    /** Returns why nothing can be written into a directory, as far as it shows. */
    public static StoreException.Code reason(Path directory) {
        try {
            if (Files.isDirectory(directory) && !Files.isWritable(directory)) {
                return StoreException.Code.READ_ONLY;
            }
            return isFull(directory) ? StoreException.Code.DISK_FULL : StoreException.Code.UNAVAILABLE;
        } catch (IOException e) {
            return StoreException.Code.UNAVAILABLE;
        }
    }
}

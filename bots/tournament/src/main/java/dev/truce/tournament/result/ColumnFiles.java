package dev.truce.tournament.result;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Writes the large files of a tournament a second time, for programs that read by column. What needs large libraries for it lies in a jar of
 * its own, which names its service for {@link ServiceLoader}.
 */
public interface ColumnFiles {
    /** Returns what is there, or nothing if this program has no such jar. */
    static Optional<ColumnFiles> installed() {
        return ServiceLoader.load(ColumnFiles.class).findFirst();
    }

    /**
     * Writes the files into the folder of a tournament that is over; each is there as a whole or not at all.
     *
     * @throws IOException if a file cannot be read or written
     * @throws ResultException if a row is not what the program writes
     * @throws InterruptedException if this thread was interrupted; a file may be missing then
     */
    void write(Path folder) throws IOException, ResultException, InterruptedException;

    /**
     * Makes the files again and compares them byte by byte.
     *
     * @throws IOException if a file cannot be read, or a new one cannot be written where the system keeps passing files
     * @throws ResultException if one is not what the rows give; names it
     * @throws InterruptedException if this thread was interrupted
     */
    void verify(Path folder) throws IOException, ResultException, InterruptedException;
}

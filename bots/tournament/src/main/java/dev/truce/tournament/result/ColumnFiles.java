package dev.truce.tournament.result;

import dev.truce.tournament.table.ResultTable;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the large files of a tournament for programs that read by column, in shards of {@value #PAIRS_A_SHARD} pairs. What needs
 * large libraries for it lies in a jar of its own, which names its service for {@link ServiceLoader}.
 */
public interface ColumnFiles {
    /** A hundred thousand matches. */
    int PAIRS_A_SHARD = 50_000;

    /** Returns what is there, or nothing if this program has no such jar. */
    static Optional<ColumnFiles> installed() {
        return ServiceLoader.load(ColumnFiles.class).findFirst();
    }

    /**
     * Returns what is there.
     *
     * @throws IOException if this program has no such jar
     */
    static ColumnFiles known() throws IOException {
        return installed().orElseThrow(() -> new IOException("truce-lab.jar"));
    }

    /** Returns the number of the shard in which a pair is. */
    static int shard(int pair) {
        return Math.max(0, pair) / PAIRS_A_SHARD;
    }

    /**
     * Writes the files of a tournament that is over and has its rows in another form too; each is there as a whole or not at all.
     *
     * @param pairs how many were played
     * @throws IOException if a file cannot be read or written
     * @throws ResultException if a row is not what the program writes
     * @throws InterruptedException if this thread was interrupted; a file may be missing then
     */
    void write(Path folder, TournamentSettings settings, int pairs)
            throws IOException, ResultException, InterruptedException;

    /**
     * Writes what has grown beside the results as a shard of them; each file is there as a whole or not at all.
     *
     * @param shard its number, from 0
     * @throws IOException if a file cannot be read or written
     * @throws ResultException if a row is not what the program writes
     * @throws InterruptedException if this thread was interrupted; a file may be missing then
     */
    void seal(Path folder, TournamentSettings settings, int shard)
            throws IOException, ResultException, InterruptedException;

    /**
     * Makes the files again and compares them byte by byte.
     *
     * @param pairs how many were played
     * @throws IOException if a file cannot be read, or a new one cannot be written where the system keeps passing files
     * @throws ResultException if one is not what the rows give; names it
     * @throws InterruptedException if this thread was interrupted
     */
    void verify(Path folder, TournamentSettings settings, int pairs)
            throws IOException, ResultException, InterruptedException;

    /** Opens the records of a folder: those of all shards that are there. */
    PackedRecord.Pile records(Path folder) throws IOException;

    /**
     * Returns the text of one record of a file of them, or nothing if it has no such match.
     *
     * @throws ResultException if the file is not what the program writes
     */
    Optional<byte[]> record(Path file, int pair, int match) throws IOException, ResultException;

    /** Opens the rows of a table: those of all shards that are there. */
    TypedRows rows(Path folder, ResultTable<?> table) throws IOException;

    /** TypedRows of a table, one after the other. Not thread-safe. */
    interface TypedRows extends Closeable {
        /**
         * Returns the cells of the next row as other forms write them, an empty one for no value; null after the last.
         *
         * @throws ResultException if a file is not what the program writes
         */
        @Nullable
        List<String> next() throws IOException, ResultException;
    }
}

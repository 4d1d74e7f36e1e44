package dev.truce.lab;

import dev.truce.tournament.result.ColumnFiles;
import dev.truce.tournament.result.PairFiles;
import dev.truce.tournament.result.ResultException;
import dev.truce.tournament.table.ResultTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.parquet.hadoop.ParquetWriter;
import org.jspecify.annotations.Nullable;

/**
 * {@code matches.parquet}, {@code rounds.parquet} and {@code moves.parquet} of a tournament: the rows of the files of the same names,
 * texts as strings, whole numbers as 64 bits, decimals as doubles, an empty cell as null. Equal rows give equal bytes. Memory does not
 * grow with the rows.
 */
public final class ParquetFiles implements ColumnFiles {
    /** So much is held in memory of each file: a hundred thousand rows or so, since they repeat themselves. */
    private static final long GROUP_BYTES = 4 << 20;

    /** Returns the name of the file of a table. */
    public static String name(ResultTable<?> table) {
        return table.name() + ".parquet";
    }

    @Override
    public void write(Path folder) throws IOException, ResultException, InterruptedException {
        each(table -> {
            Path draft = folder.resolve(name(table) + ".part");
            write(folder, table, draft, GROUP_BYTES);
            Path file = folder.resolve(name(table));
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        });
    }

    @Override
    public void verify(Path folder) throws IOException, ResultException, InterruptedException {
        each(table -> {
            Path file = folder.resolve(name(table));
            if (!Files.isRegularFile(file)) {
                throw new ResultException(name(table), 0, "missing");
            }
            Path again = Files.createTempFile("truce-", ".parquet");
            try {
                write(folder, table, again, GROUP_BYTES);
                if (Files.mismatch(file, again) >= 0) {
                    throw new ResultException(name(table), 0, "parquet-rows", table.name());
                }
            } finally {
                Files.deleteIfExists(again);
            }
        });
    }

    /** Something that is done with one table. */
    private interface Work {
        void with(ResultTable<?> table) throws IOException, ResultException;
    }

    /** Does something with each table, with as many at a time as there are cores. */
    private static void each(Work work) throws IOException, ResultException, InterruptedException {
        List<ResultTable<?>> tables = new ArrayList<>(PairFiles.TABLES);
        int threads = Math.min(tables.size(), Runtime.getRuntime().availableProcessors());
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<ResultTable<?>>> running = new ArrayList<>();
            for (ResultTable<?> table : tables) {
                Callable<ResultTable<?>> task = () -> {
                    work.with(table);
                    return table;
                };
                running.add(0, pool.submit(task));
            }
            for (Future<ResultTable<?>> one : running) {
                one.get();
            }
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            if (cause instanceof IOException broken) {
                throw broken;
            } else if (cause instanceof ResultException wrong) {
                throw wrong;
            }
            throw new IllegalStateException("a Parquet file could not be made", cause);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Writes the rows of a table to a file, in groups of about so many bytes. */
    static void write(Path folder, ResultTable<?> table, Path file, long groupBytes)
            throws IOException, ResultException {
        @Nullable Object[] cells = new @Nullable Object[table.columns().size()];
        try (RowReader rows = new RowReader(folder, table);
                ParquetWriter<@Nullable Object[]> writer = RowWriter.open(file, table, groupBytes)) {
            while (rows.read(cells)) {
                writer.write(cells);
            }
        }
    }
}

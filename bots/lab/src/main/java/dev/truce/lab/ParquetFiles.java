package dev.truce.lab;

import dev.truce.tournament.result.ColumnFiles;
import dev.truce.tournament.result.PackedRecord;
import dev.truce.tournament.result.PairFiles;
import dev.truce.tournament.result.RecordChoice;
import dev.truce.tournament.result.ResultException;
import dev.truce.tournament.result.TableLines;
import dev.truce.tournament.result.TournamentSettings;
import dev.truce.tournament.row.CallRow;
import dev.truce.tournament.table.Column;
import dev.truce.tournament.table.ResultTable;
import dev.truce.tournament.table.TableForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.jspecify.annotations.Nullable;

/**
 * The large tables of a tournament as Parquet, such as {@code matches.parquet}, and {@code matches-00001.parquet} for the second shard: texts
 * as strings, whole numbers as 64 bits, decimals as doubles, an empty cell as null. Equal rows give equal bytes. Memory does not
 * grow with the rows.
 */
public final class ParquetFiles implements ColumnFiles {
    /** So much is held in memory of each file: a hundred thousand rows or so, since they repeat themselves. */
    private static final long GROUP_BYTES = 4 << 20;

    /** Longer than a group of rows takes on a slow disk. */
    private static final long PARTING_SECONDS = 60;

    /** Returns the name of the file of a table. */
    static String name(ResultTable<?> table, int shard) {
        return table.name() + (shard == 0 ? "" : String.format(Locale.ROOT, "-%05d", shard)) + ".parquet";
    }

    @Override
    public void write(Path folder, TournamentSettings settings, int pairs)
            throws IOException, ResultException, InterruptedException {
        each(settings, table -> {
            try (TableLines lines = TableLines.open(folder, table)) {
                AheadRows rows = rows(lines);
                for (int shard : shards(settings, pairs)) {
                    place(folder, settings, table, shard, rows);
                }
                requireEnd(rows, lines);
            }
        });
    }

    @Override
    public void seal(Path folder, TournamentSettings settings, int shard)
            throws IOException, ResultException, InterruptedException {
        if (settings.records() == RecordChoice.PACKED) {
            Path file = PackedRecord.file(folder, shard);
            Path draft = file.resolveSibling(file.getFileName() + ".part");
            try (PackedRecord.Pile waiting = PackedRecord.waiting(folder)) {
                RecordShards.write(draft, waiting, shard);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
        if (!settings.tables().isParquetAlone()) {
            return;
        }
        each(settings, table -> {
            try (TableLines lines = TableLines.staged(folder, table)) {
                AheadRows rows = rows(lines);
                place(folder, settings, table, shard, rows);
                requireEnd(rows, lines);
            }
        });
    }

    /** Returns the numbers of the shards of a tournament or of a part of one. */
    private static List<Integer> shards(TournamentSettings settings, int pairs) {
        int first = settings.firstPair();
        return IntStream.rangeClosed(ColumnFiles.shard(first), ColumnFiles.shard(first + pairs - 1))
                .boxed()
                .toList();
    }

    private static void place(Path folder, TournamentSettings settings, ResultTable<?> table, int shard, AheadRows rows)
            throws IOException, ResultException {
        Path file = folder.resolve(name(table, shard));
        Path draft = folder.resolve(name(table, shard) + ".part");
        write(settings, table, shard, rows, draft, GROUP_BYTES);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void verify(Path folder, TournamentSettings settings, int pairs)
            throws IOException, ResultException, InterruptedException {
        List<Integer> shards = shards(settings, pairs);
        if (settings.records() == RecordChoice.PACKED) {
            RecordShards.verify(folder, shards);
        }
        if (!settings.tables().has(TableForm.PARQUET)) {
            return;
        }
        each(settings, table -> {
            for (int shard : shards) {
                if (!Files.isRegularFile(folder.resolve(name(table, shard)))) {
                    throw new ResultException(name(table, shard), 0, "missing");
                }
            }
            try (TableLines lines = TableLines.open(folder, table)) {
                AheadRows rows = rows(lines);
                for (int shard : shards) {
                    same(folder, settings, table, shard, rows);
                }
                requireEnd(rows, lines);
            }
            for (String there : ShardRows.files(folder, table)) {
                if (shards.stream().noneMatch(shard -> name(table, shard).equals(there))) {
                    throw new ResultException(there, 0, "further");
                }
            }
        });
    }

    private static void same(Path folder, TournamentSettings settings, ResultTable<?> table, int shard, AheadRows rows)
            throws IOException, ResultException {
        Path again = Files.createTempFile("truce-", ".parquet");
        try {
            write(settings, table, shard, rows, again, GROUP_BYTES);
            if (Files.mismatch(folder.resolve(name(table, shard)), again) >= 0) {
                throw new ResultException(name(table, shard), 0, "parquet-rows", table.name());
            }
        } finally {
            Files.deleteIfExists(again);
        }
    }

    private static void requireEnd(AheadRows rows, TableLines lines) throws IOException, ResultException {
        if (rows.peek() != null) {
            throw new ResultException(lines.file(), lines.row(), "further");
        }
    }

    @Override
    public PackedRecord.Pile records(Path folder) throws IOException {
        return new RecordShards(folder);
    }

    @Override
    public Optional<byte[]> record(Path file, int pair, int match) throws IOException, ResultException {
        return RecordShards.find(file, pair, match);
    }

    @Override
    public ColumnFiles.TypedRows rows(Path folder, ResultTable<?> table) throws IOException {
        return new ShardRows(folder, table);
    }

    /** Something that is done with one table. */
    private interface Work {
        void with(ResultTable<?> table) throws IOException, ResultException;
    }

    /** Does something with each table, with as many at a time as there are cores. */
    private static void each(TournamentSettings settings, Work work)
            throws IOException, ResultException, InterruptedException {
        List<ResultTable<?>> tables = tables(settings);
        int threads = Math.min(tables.size(), Runtime.getRuntime().availableProcessors());
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<ResultTable<?>>> running = tables.stream()
                    .map(table -> pool.submit((Callable<ResultTable<?>>) () -> {
                        work.with(table);
                        return table;
                    }))
                    .toList();
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
            // Nobody writes any more when this is over.
            var unused = pool.awaitTermination(PARTING_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Returns the tables that are kept by column; the first edition left out the calls of models. */
    static List<ResultTable<?>> tables(TournamentSettings settings) {
        List<ResultTable<?>> all = PairFiles.tables(settings);
        boolean isFirst = settings.tables().isFirst();
        return all.stream().filter(table -> !isFirst || table != CallRow.TABLE).toList();
    }

    private static AheadRows rows(TableLines lines) {
        return new AheadRows(lines);
    }

    /** AheadRows whose pair is known before they are taken. */
    static final class AheadRows {
        private final TableLines lines;
        private @Nullable List<String> ahead;
        private boolean isAhead;

        AheadRows(TableLines lines) {
            this.lines = lines;
        }

        @Nullable
        List<String> peek() throws IOException, ResultException {
            if (!isAhead) {
                String line = lines.next();
                ahead = line == null ? null : lines.cells(line);
                isAhead = true;
            }
            return ahead;
        }

        /** Returns the next row, if it is of a shard. */
        @Nullable
        List<String> next(int shard) throws IOException, ResultException {
            List<String> cells = peek();
            if (cells == null || Long.parseLong(cells.get(0)) >= (shard + 1L) * PAIRS_A_SHARD) {
                return null;
            }
            isAhead = false;
            return cells;
        }

        ResultException wrong(NumberFormatException why) {
            return new ResultException(lines.file(), lines.row(), "no-row", String.valueOf(why.getMessage()));
        }
    }

    /** Writes the rows of a shard of a table to a file, in groups of about so many bytes. */
    static void write(
            TournamentSettings settings, ResultTable<?> table, int shard, AheadRows rows, Path file, long groupBytes)
            throws IOException, ResultException {
        CompressionCodecName codec =
                settings.tables().isFirst() ? CompressionCodecName.UNCOMPRESSED : CompressionCodecName.ZSTD;
        @Nullable Object[] cells = new @Nullable Object[table.columns().size()];
        try (ParquetWriter<@Nullable Object[]> writer =
                RowWriter.open(file, RowWriter.schema(table), codec, groupBytes)) {
            for (List<String> row = rows.next(shard); row != null; row = rows.next(shard)) {
                for (int i = 0; i < cells.length; i++) {
                    cells[i] = cell(table.columns().get(i).type(), row.get(i));
                }
                writer.write(cells);
            }
        } catch (NumberFormatException wrong) {
            throw rows.wrong(wrong);
        }
    }

    private static @Nullable Object cell(Column.Type type, String text) {
        if (text.isEmpty()) {
            return null;
        }
        return switch (type) {
            case TEXT -> text;
            case WHOLE -> Long.valueOf(text);
            case DECIMAL -> Double.valueOf(text);
        };
    }
}

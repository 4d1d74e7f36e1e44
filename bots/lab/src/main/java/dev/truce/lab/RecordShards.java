package dev.truce.lab;

import dev.truce.tournament.result.ColumnFiles;
import dev.truce.tournament.result.PackedRecord;
import dev.truce.tournament.result.ResultException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * Records as Parquet, a file for each shard: the pair, the match and the text of the record, by pair and match. Equal records give equal bytes.
 * It holds a group of records at a time. Not thread-safe.
 */
final class RecordShards implements PackedRecord.Pile {
    /** The column of the texts. */
    static final String TEXT = "record";

    private static final String PAIR = "pair";

    /** Some hundred records are read for one that is asked for, and their pages are long enough to be compressed well. */
    private static final long GROUP_BYTES = 4 << 20;

    private static final MessageType SCHEMA = new MessageType(
            "records",
            Types.required(PrimitiveTypeName.INT64).named(PAIR),
            Types.required(PrimitiveTypeName.INT64).named("match"),
            Types.required(PrimitiveTypeName.BINARY)
                    .as(LogicalTypeAnnotation.stringType())
                    .named(TEXT));

    private final List<Path> files;
    private int at;
    private @Nullable ColumnReader reader;

    /** Opens all shards of a folder. */
    RecordShards(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("records"))) {
            this.files = all.filter(file -> file.toString().endsWith(".parquet"))
                    .sorted()
                    .toList();
        }
    }

    private RecordShards(List<Path> files) {
        this.files = files;
    }

    @Override
    public @Nullable PackedRecord next() throws IOException, ResultException {
        while (at < files.size()) {
            try {
                ColumnReader open = reader == null ? new ColumnReader(files.get(at), SCHEMA) : reader;
                reader = open;
                @Nullable Object[] cells = open.next();
                if (cells != null) {
                    return record(cells);
                }
            } catch (RuntimeException damaged) {
                throw damaged(files.get(at), damaged);
            }
            close();
            at++;
        }
        return null;
    }

    private static PackedRecord record(@Nullable Object[] cells) {
        return new PackedRecord(
                Math.toIntExact(number(cells[0])),
                Math.toIntExact(number(cells[1])),
                String.valueOf(cells[2]).getBytes(StandardCharsets.UTF_8));
    }

    private static long number(@Nullable Object cell) {
        return (Long) Objects.requireNonNull(cell);
    }

    private static ResultException damaged(Path file, RuntimeException damaged) {
        return new ResultException(
                "records/" + file.getFileName(), 0, "parquet-damaged", String.valueOf(damaged.getMessage()));
    }

    /** Writes the records of a shard to a file, in place of one that is there. */
    static void write(Path file, PackedRecord.Pile records, int shard) throws IOException, ResultException {
        try (ParquetWriter<@Nullable Object[]> writer =
                RowWriter.open(file, SCHEMA, CompressionCodecName.ZSTD, GROUP_BYTES)) {
            for (PackedRecord each = records.next(); each != null; each = records.next()) {
                if (ColumnFiles.shard(each.pair()) != shard) {
                    throw new ResultException("records/" + file.getFileName(), 0, "further");
                }
                writer.write(new @Nullable Object[] {
                    (long) each.pair(), (long) each.match(), new String(each.text(), StandardCharsets.UTF_8)
                });
            }
        }
    }

    /** Makes each file again from its records and compares. */
    static void verify(Path folder, List<Integer> shards) throws IOException, ResultException {
        for (int shard : shards) {
            Path file = PackedRecord.file(folder, shard);
            String name = folder.relativize(file).toString();
            if (!Files.isRegularFile(file)) {
                throw new ResultException(name, 0, "missing");
            }
            Path again = Files.createTempFile("truce-", ".parquet");
            try (RecordShards records = new RecordShards(List.of(file))) {
                write(again, records, shard);
                if (Files.mismatch(file, again) >= 0) {
                    throw new ResultException(name, 0, "parquet-rows", name);
                }
            } finally {
                Files.deleteIfExists(again);
            }
        }
    }

    /** Returns the text of one record, or nothing if it is not in the file. */
    static Optional<byte[]> find(Path file, int pair, int match) throws IOException, ResultException {
        try (ColumnReader reader = new ColumnReader(file, SCHEMA)) {
            reader.skipTo(PAIR, pair);
            for (@Nullable Object[] cells = reader.next(); cells != null; cells = reader.next()) {
                PackedRecord found = record(cells);
                if (found.pair() == pair && found.match() == match) {
                    return Optional.of(found.text());
                } else if (found.pair() > pair) {
                    return Optional.empty();
                }
            }
            return Optional.empty();
        } catch (RuntimeException damaged) {
            throw damaged(file, damaged);
        }
    }

    @Override
    public void close() throws IOException {
        ColumnReader open = reader;
        if (open != null) {
            open.close();
            reader = null;
        }
    }
}

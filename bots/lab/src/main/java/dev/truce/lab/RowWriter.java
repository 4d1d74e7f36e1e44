package dev.truce.lab;

import dev.truce.tournament.table.Column;
import dev.truce.tournament.table.ResultTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * Makes the Parquet file of a table. Its bytes depend on the rows alone: there is no compression, whose bytes differ between
 * machines; repeated values are written once by dictionary all the same.
 */
final class RowWriter extends ParquetWriter.Builder<@Nullable Object[], RowWriter> {
    private final ResultTable<?> table;

    private RowWriter(Path file, ResultTable<?> table) {
        super(new LocalOutputFile(file));
        this.table = table;
    }

    /**
     * Opens the file of a table, in place of one that is there.
     *
     * @param groupBytes about so much is held in memory before it is written
     */
    static ParquetWriter<@Nullable Object[]> open(Path file, ResultTable<?> table, long groupBytes) throws IOException {
        return new RowWriter(file, table)
                .withConf(new PlainParquetConfiguration())
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                .withRowGroupSize(groupBytes)
                .build();
    }

    /** Returns the schema: every column may be without a value. */
    private static MessageType schema(ResultTable<?> table) {
        List<Type> fields = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            fields.add(
                    switch (column.type()) {
                        case TEXT ->
                            Types.optional(PrimitiveType.PrimitiveTypeName.BINARY)
                                    .as(LogicalTypeAnnotation.stringType())
                                    .named(column.name());
                        case WHOLE ->
                            Types.optional(PrimitiveType.PrimitiveTypeName.INT64)
                                    .named(column.name());
                        case DECIMAL ->
                            Types.optional(PrimitiveType.PrimitiveTypeName.DOUBLE)
                                    .named(column.name());
                    });
        }
        return new MessageType(table.name(), fields);
    }

    @Override
    protected RowWriter self() {
        return this;
    }

    @Override
    protected WriteSupport<@Nullable Object[]> getWriteSupport(Configuration configuration) {
        return new Cells(table);
    }

    @Override
    protected WriteSupport<@Nullable Object[]> getWriteSupport(ParquetConfiguration configuration) {
        return new Cells(table);
    }

    /** Hands the cells of a row on to Parquet. */
    private static final class Cells extends WriteSupport<@Nullable Object[]> {
        private final ResultTable<?> table;
        private @Nullable RecordConsumer consumer;

        Cells(ResultTable<?> table) {
            this.table = table;
        }

        @Override
        public WriteContext init(Configuration configuration) {
            return new WriteContext(schema(table), Map.of());
        }

        @Override
        public WriteContext init(ParquetConfiguration configuration) {
            return new WriteContext(schema(table), Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer recordConsumer) {
            consumer = recordConsumer;
        }

        @Override
        public void write(@Nullable Object[] cells) {
            RecordConsumer to = Objects.requireNonNull(consumer);
            to.startMessage();
            for (int i = 0; i < cells.length; i++) {
                Object cell = cells[i];
                if (cell != null) {
                    String name = table.columns().get(i).name();
                    to.startField(name, i);
                    if (cell instanceof String text) {
                        to.addBinary(Binary.fromString(text));
                    } else if (cell instanceof Long whole) {
                        to.addLong(whole);
                    } else {
                        to.addDouble((Double) cell);
                    }
                    to.endField(name, i);
                }
            }
            to.endMessage();
        }
    }
}

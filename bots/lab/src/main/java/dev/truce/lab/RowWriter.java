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
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/** Writes rows into a Parquet file. Its bytes depend on the rows alone; repeated values are written once by dictionary. */
final class RowWriter extends ParquetWriter.Builder<@Nullable Object[], RowWriter> {
    private final MessageType schema;

    private RowWriter(Path file, MessageType schema) {
        super(new LocalOutputFile(file));
        this.schema = schema;
    }

    /**
     * Opens a file, in place of one that is there.
     *
     * @param schema its columns
     * @param codec how pages are compressed, if at all
     * @param groupBytes about so much is held in memory before it is written
     */
    static ParquetWriter<@Nullable Object[]> open(
            Path file, MessageType schema, CompressionCodecName codec, long groupBytes) throws IOException {
        return new RowWriter(file, schema)
                .withConf(new PlainParquetConfiguration())
                .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                .withCompressionCodec(codec)
                .withCodecFactory(new Zstandard())
                // No two records are equal.
                .withDictionaryEncoding(RecordShards.TEXT, false)
                .withRowGroupSize(groupBytes)
                .build();
    }

    /** Returns the schema of a table: every column may be without a value. */
    static MessageType schema(ResultTable<?> table) {
        List<Type> fields = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            fields.add(
                    switch (column.type()) {
                        case TEXT ->
                            Types.optional(PrimitiveTypeName.BINARY)
                                    .as(LogicalTypeAnnotation.stringType())
                                    .named(column.name());
                        case WHOLE -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
                        case DECIMAL -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
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
        return new Cells(schema);
    }

    @Override
    protected WriteSupport<@Nullable Object[]> getWriteSupport(ParquetConfiguration configuration) {
        return new Cells(schema);
    }

    /** Hands the cells of a row on to Parquet. */
    private static final class Cells extends WriteSupport<@Nullable Object[]> {
        private final MessageType schema;
        private @Nullable RecordConsumer consumer;

        Cells(MessageType schema) {
            this.schema = schema;
        }

        @Override
        public WriteContext init(Configuration configuration) {
            return new WriteContext(schema, Map.of());
        }

        @Override
        public WriteContext init(ParquetConfiguration configuration) {
            return new WriteContext(schema, Map.of());
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
                    String name = schema.getFieldName(i);
                    to.startField(name, i);
                    switch (schema.getType(i).asPrimitiveType().getPrimitiveTypeName()) {
                        case BINARY -> to.addBinary(Binary.fromString((String) cell));
                        case INT64 -> to.addLong((Long) cell);
                        default -> to.addDouble((Double) cell);
                    }
                    to.endField(name, i);
                }
            }
            to.endMessage();
        }
    }
}

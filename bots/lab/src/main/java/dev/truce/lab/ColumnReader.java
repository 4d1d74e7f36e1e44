package dev.truce.lab;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.statistics.LongStatistics;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one Parquet file: texts, whole numbers of 64 bits, doubles, null for no value. Not thread-safe. */
final class ColumnReader implements Closeable {
    private final ParquetFileReader file;
    private final MessageType schema;
    private @Nullable RecordReader<@Nullable Object[]> rows;
    private long left;
    private int groups;

    /**
     * Opens a file.
     *
     * @throws IllegalArgumentException if it has other columns
     */
    ColumnReader(Path path, MessageType schema) throws IOException {
        this.schema = schema;
        this.file = ParquetFileReader.open(
                new LocalInputFile(path),
                ParquetReadOptions.builder(new PlainParquetConfiguration())
                        .withCodecFactory(new Zstandard())
                        .build());
        MessageType found = file.getFileMetaData().getSchema();
        if (!found.equals(schema)) {
            file.close();
            throw new IllegalArgumentException(
                    found.toString().replace('\n', ' ').strip());
        }
    }

    /**
     * Goes on to the first group of rows in which a number can be.
     *
     * @param column whose numbers do not fall from row to row
     */
    void skipTo(String column, long number) {
        boolean isBefore = true;
        for (BlockMetaData group :
                file.getRowGroups().subList(groups, file.getRowGroups().size())) {
            for (ColumnChunkMetaData chunk : group.getColumns()) {
                isBefore &= !chunk.getPath().toDotString().equals(column)
                        || ((LongStatistics) chunk.getStatistics()).getMax() < number;
            }
            if (!isBefore) {
                return;
            }
            file.skipNextRowGroup();
            groups++;
        }
    }

    /** Returns the next row, or null after the last. */
    @Nullable
    Object @Nullable [] next() throws IOException {
        while (left == 0) {
            PageReadStore group = file.readNextRowGroup();
            if (group == null) {
                return null;
            }
            left = group.getRowCount();
            groups++;
            rows = new ColumnIOFactory().getColumnIO(schema).getRecordReader(group, new RowMaker(schema));
        }
        left--;
        return Objects.requireNonNull(rows).read();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** Puts the cells of a row together. */
    private static final class RowMaker extends RecordMaterializer<@Nullable Object[]> {
        private final List<Converter> columns = new ArrayList<>();
        private @Nullable Object[] row = new @Nullable Object[0];

        RowMaker(MessageType schema) {
            for (int i = 0; i < schema.getFieldCount(); i++) {
                columns.add(new CellTaker(i));
            }
        }

        @Override
        public @Nullable Object[] getCurrentRecord() {
            return row;
        }

        @Override
        public GroupConverter getRootConverter() {
            return new GroupConverter() {
                @Override
                public Converter getConverter(int column) {
                    return columns.get(column);
                }

                @Override
                public void start() {
                    row = new @Nullable Object[columns.size()];
                }

                @Override
                public void end() {
                    // The row is whole.
                }
            };
        }

        /** Takes the cells of a column. */
        private final class CellTaker extends PrimitiveConverter {
            private final int column;

            CellTaker(int column) {
                this.column = column;
            }

            @Override
            public void addBinary(Binary value) {
                row[column] = value.toStringUsingUTF8();
            }

            @Override
            public void addLong(long value) {
                row[column] = value;
            }

            @Override
            public void addDouble(double value) {
                row[column] = value;
            }
        }
    }
}

package dev.truce.lab;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.truce.tournament.result.ResultException;
import dev.truce.tournament.table.Column;
import dev.truce.tournament.table.ResultTable;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a JSON Lines file of a tournament one after the other; it holds one row at a time. Not thread-safe. */
final class RowReader implements Closeable {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();

    private final ResultTable<?> table;
    private final String name;
    private final JsonParser parser;
    private long row;

    /**
     * Opens the file of a table.
     *
     * @throws IOException if it cannot be read
     */
    RowReader(Path folder, ResultTable<?> table) throws IOException {
        this.table = table;
        this.name = table.name() + ".jsonl";
        this.parser = JSON.createParser(folder.resolve(name).toFile());
    }

    /**
     * Reads the next row.
     *
     * @param cells where its cells go, by column; null for one without a value
     * @return whether there was one
     * @throws ResultException if it is not a row of the table
     */
    boolean read(@Nullable Object[] cells) throws IOException, ResultException {
        try {
            if (parser.nextToken() == null) {
                return false;
            }
            row++;
            for (int i = 0; i < cells.length; i++) {
                Column<?> column = table.columns().get(i);
                String found = parser.nextFieldName();
                if (!column.name().equals(found)) {
                    throw new ResultException(name, row, "cell-order", String.valueOf(found), column.name());
                }
                cells[i] = cell(column.type(), parser.nextToken());
            }
            if (parser.nextToken() != JsonToken.END_OBJECT) {
                throw new ResultException(name, row, "cell-many");
            }
            return true;
        } catch (JsonProcessingException | IllegalArgumentException wrong) {
            throw new ResultException(name, row, "no-row", String.valueOf(wrong.getMessage()));
        }
    }

    private @Nullable Object cell(Column.Type type, JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        return switch (type) {
            case TEXT -> {
                if (token != JsonToken.VALUE_STRING) {
                    throw new IllegalArgumentException("a text is expected");
                }
                yield parser.getTextLength() == 0 ? null : parser.getText();
            }
            case WHOLE -> parser.getLongValue();
            case DECIMAL -> parser.getDoubleValue();
        };
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}

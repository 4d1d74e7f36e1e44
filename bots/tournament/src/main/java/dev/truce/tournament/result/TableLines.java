package dev.truce.tournament.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.truce.tournament.table.Column;
import dev.truce.tournament.table.CsvText;
import dev.truce.tournament.table.ResultTable;
import dev.truce.tournament.table.RowText;
import dev.truce.tournament.table.TableForm;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table of a folder, a line each, in one of the forms in which it is kept; of files by column they are those that CSV has.
 * It holds one row at a time. Not thread-safe.
 */
public final class TableLines implements Closeable {
    private static final JsonFactory JSON = new JsonFactory();

    private final ResultTable<?> table;
    private final TableForm form;
    private final String file;
    private final List<BufferedReader> texts = new ArrayList<>();
    private final ColumnFiles.@Nullable TypedRows columns;
    private final @Nullable RowText<?> text;
    private @Nullable String ahead;
    private boolean isAhead;
    private long row;

    private TableLines(
            ResultTable<?> table, TableForm form, ColumnFiles.@Nullable TypedRows columns, @Nullable RowText<?> text) {
        this.table = table;
        this.form = form;
        this.file = form.file(table);
        this.columns = columns;
        this.text = text;
    }

    /**
     * Opens a table in one form.
     *
     * @throws IOException if it cannot be read
     * @throws ResultException if its file does not begin as the program begins it
     */
    public static TableLines open(Path folder, ResultTable<?> table, TableForm form)
            throws IOException, ResultException {
        if (form != TableForm.PARQUET) {
            return new TableLines(table, form, null, null).reading(folder.resolve(form.file(table)));
        }
        ColumnFiles.TypedRows columns = ColumnFiles.known().rows(folder, table);
        TableLines lines = new TableLines(table, form, columns, new RowText<>(table, List.of(TableForm.CSV)));
        Path stage = stage(folder, table);
        return Files.exists(stage) ? lines.reading(stage) : lines;
    }

    /** Opens what of a table waits to be written by column. */
    public static TableLines staged(Path folder, ResultTable<?> table) throws IOException, ResultException {
        return new TableLines(table, TableForm.CSV, null, null).reading(stage(folder, table));
    }

    private static Path stage(Path folder, ResultTable<?> table) {
        return folder.resolve(GrownFile.staged(table).path());
    }

    private TableLines reading(Path path) throws IOException, ResultException {
        try {
            BufferedReader read = Files.newBufferedReader(path, StandardCharsets.UTF_8);
            texts.add(read);
            if (form != TableForm.JSONL) {
                requireHeader(read.readLine());
            }
            return this;
        } catch (IOException | ResultException wrong) {
            close();
            throw wrong;
        }
    }

    /**
     * Opens a table in the form in which it is there.
     *
     * @throws NoSuchFileException if it is there in none
     */
    public static TableLines open(Path folder, ResultTable<?> table) throws IOException, ResultException {
        for (TableForm form : List.of(TableForm.CSV, TableForm.JSONL)) {
            if (Files.exists(folder.resolve(form.file(table)))) {
                return open(folder, table, form);
            }
        }
        boolean isByColumn =
                Files.exists(folder.resolve(TableForm.PARQUET.file(table))) || Files.exists(stage(folder, table));
        if (!isByColumn) {
            throw new NoSuchFileException(folder.resolve(table.file()).toString());
        }
        return open(folder, table, TableForm.PARQUET);
    }

    private void requireHeader(@Nullable String found) throws ResultException {
        String wanted = table.header().stripTrailing();
        if (found == null) {
            throw new ResultException(file, 0, "row-missing", wanted);
        } else if (!found.equals(wanted)) {
            throw new ResultException(file, 0, "row", wanted, found);
        }
    }

    /** Name of the file, as messages have it. */
    public String file() {
        return file;
    }

    public TableForm form() {
        return form;
    }

    /** Number of the row that was read last, from 1. */
    public long row() {
        return row;
    }

    /** Returns the next row, or null after the last. */
    public @Nullable String next() throws IOException, ResultException {
        String line = peek();
        isAhead = false;
        row++;
        return line;
    }

    /** Returns the row that comes next, or null after the last. */
    private @Nullable String peek() throws IOException, ResultException {
        if (!isAhead) {
            ahead = read();
            isAhead = true;
        }
        return ahead;
    }

    /** Returns whether the row that comes next is of a pair. */
    boolean isNextOf(int pair) throws IOException, ResultException {
        String line = peek();
        // Every table of matches begins with the number of the pair.
        return line != null && line.startsWith(form == TableForm.JSONL ? "{\"pair\":" + pair + "," : pair + ",");
    }

    private @Nullable String read() throws IOException, ResultException {
        ColumnFiles.TypedRows first = columns;
        List<String> cells = first == null ? null : first.next();
        RowText<?> written = text;
        if (cells != null && written != null) {
            written.copy(cells);
            return new String(written.takeCsv(), StandardCharsets.UTF_8).stripTrailing();
        }
        return texts.isEmpty() ? null : texts.get(0).readLine();
    }

    /**
     * Returns the cells of a line, an empty one for no value.
     *
     * @throws ResultException if it is no row of the table
     */
    public List<String> cells(String line) throws ResultException {
        try {
            return form == TableForm.JSONL ? ofJson(line) : CsvText.read(table, line);
        } catch (IOException | IllegalArgumentException wrong) {
            throw new ResultException(file, row, "no-row", String.valueOf(wrong.getMessage()));
        }
    }

    private List<String> ofJson(String line) throws IOException, ResultException {
        List<String> cells = new ArrayList<>(table.columns().size());
        try (JsonParser parser = JSON.createParser(new StringReader(line))) {
            parser.nextToken();
            for (Column<?> column : table.columns()) {
                String found = parser.nextFieldName();
                if (!column.name().equals(found)) {
                    throw new ResultException(file, row, "cell-order", String.valueOf(found), column.name());
                }
                JsonToken token = parser.nextToken();
                boolean isRight = column.type().isNumber() ? token.isNumeric() : token == JsonToken.VALUE_STRING;
                if (token != JsonToken.VALUE_NULL && !isRight) {
                    throw new IllegalArgumentException(
                            column.name() + ": expected " + column.type().word());
                }
                cells.add(token == JsonToken.VALUE_NULL ? "" : parser.getText());
            }
            if (parser.nextToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
                throw new ResultException(file, row, "cell-many");
            }
            return cells;
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong.getOriginalMessage(), wrong);
        }
    }

    @Override
    public void close() throws IOException {
        for (BufferedReader read : texts) {
            read.close();
        }
        ColumnFiles.TypedRows first = columns;
        if (first != null) {
            first.close();
        }
    }
}

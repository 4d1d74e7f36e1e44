package dev.truce.tournament.table;

import dev.truce.engine.text.SheetText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Cells as CSV carries them. */
public final class CsvText {
    private CsvText() {}

    public static String of(String text) {
        String cell = SheetText.guarded(text);
        boolean isPlain = true;
        for (int i = 0; i < cell.length() && isPlain; i++) {
            char c = cell.charAt(i);
            isPlain = c != ',' && c != '"' && c != '\n' && c != '\r';
        }
        return isPlain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    /** Returns whether CSV and JSON write a text as it is. */
    static boolean isPlain(CharSequence cell) {
        if (SheetText.isDangerous(cell)) {
            return false;
        }
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c < ' ' || c > '~' || c == ',' || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the cells of one line.
     *
     * @throws IllegalArgumentException if it is no row of the table
     */
    public static List<String> read(ResultTable<?> table, String line) {
        if (line.indexOf('"') < 0 && !line.isEmpty()) {
            return unquoted(table, line);
        }
        try (CSVParser parser = CSVParser.parse(line, ResultTable.CSV)) {
            List<CSVRecord> records = parser.getRecords();
            if (records.size() != 1) {
                throw new IllegalArgumentException("expected a row");
            }
            return read(table, records.get(0));
        } catch (IOException | UncheckedIOException | IllegalStateException wrong) {
            throw new IllegalArgumentException("no row of CSV", wrong);
        }
    }

    /** Returns the cells of a line without quotes, of which there are millions. */
    private static List<String> unquoted(ResultTable<?> table, String line) {
        List<? extends Column<?>> columns = table.columns();
        List<String> cells = new ArrayList<>(columns.size());
        int from = 0;
        for (int comma = line.indexOf(','); comma >= 0; comma = line.indexOf(',', from)) {
            cells.add(line.substring(from, comma));
            from = comma + 1;
        }
        cells.add(line.substring(from));
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells, expected " + columns.size());
        }
        for (int i = 0; i < cells.size(); i++) {
            if (!columns.get(i).type().isNumber()) {
                cells.set(i, SheetText.unguarded(cells.get(i)));
            }
        }
        return cells;
    }

    /**
     * Returns the cells of a row.
     *
     * @throws IllegalArgumentException if it has not one for each column
     */
    public static List<String> read(ResultTable<?> table, CSVRecord record) {
        List<? extends Column<?>> columns = table.columns();
        if (record.size() != columns.size()) {
            throw new IllegalArgumentException(record.size() + " cells, expected " + columns.size());
        }
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.add(columns.get(i).type().isNumber() ? record.get(i) : SheetText.unguarded(record.get(i)));
        }
        return cells;
    }
}

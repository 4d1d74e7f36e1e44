package dev.truce.tournament.table;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of a table as they stand in files that grow, in several forms at once: a line of CSV (RFC 4180) and a line of JSON each. In CSV, texts that a
 * spreadsheet could take for a formula get an apostrophe in front. Not thread-safe.
 *
 * @param <T> what a row is about
 */
public final class RowText<T> {
    private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private final List<Column<T>> columns;
    private final ByteText csv;
    private final ByteText json;
    /** What JSON writes in front of the cell of each column. */
    private final byte[][] keys;

    private final Cells cells = new Both();
    private int column;

    /** Begins without a row, in both forms. */
    public RowText(ResultTable<T> table) {
        this(table, List.of(TableForm.CSV, TableForm.JSONL));
    }

    /**
     * Begins without a row.
     *
     * @param forms in which rows are kept
     */
    public RowText(ResultTable<T> table, List<TableForm> forms) {
        this.csv = new ByteText(forms.contains(TableForm.CSV));
        this.json = new ByteText(forms.contains(TableForm.JSONL));
        this.columns = new ArrayList<>(table.columns());
        this.keys = new byte[columns.size()][];
        for (int i = 0; i < keys.length; i++) {
            String key = (i == 0 ? "{\"" : ",\"") + columns.get(i).name() + "\":";
            keys[i] = key.getBytes(StandardCharsets.UTF_8);
        }
    }

    public void add(T row) {
        for (int i = 0; i < keys.length; i++) {
            columns.get(i).value().put(row, cells);
        }
        end();
    }

    /**
     * Adds a row of cells as they are written, an empty one for no value.
     *
     * @throws IllegalArgumentException if it has not one cell for each column
     */
    public void copy(List<String> row) {
        if (row.size() != keys.length) {
            throw new IllegalArgumentException("expected " + keys.length + " cells");
        }
        for (String cell : row) {
            boolean isNumber = columns.get(column).type().isNumber();
            if (cell.isEmpty()) {
                cells.none(isNumber);
            } else if (isNumber) {
                open();
                csv.ascii(cell);
                json.ascii(cell);
            } else {
                cells.text(cell);
            }
        }
        end();
    }

    private void end() {
        csv.add('\n');
        json.add('}');
        json.add('\n');
        column = 0;
    }

    /**
     * Returns the lines of a form since the last call; none of one that is not kept.
     *
     * @throws IllegalArgumentException if files of that form do not grow
     */
    public byte[] take(TableForm form) {
        return switch (form) {
            case CSV -> takeCsv();
            case JSONL -> takeJson();
            case PARQUET -> throw new IllegalArgumentException(form + " has no lines");
        };
    }

    /** Returns the lines of CSV since the last call. */
    public byte[] takeCsv() {
        return csv.take();
    }

    /** Returns the lines of JSON since the last call. */
    public byte[] takeJson() {
        return json.take();
    }

    private void open() {
        if (column > 0) {
            csv.add(',');
        }
        json.add(keys[column++]);
    }

    /** Writes a cell in both forms. */
    private final class Both implements Cells {
        private final byte[] digits = new byte[Decimals.LONGEST];

        @Override
        public void number(long units, int decimals) {
            int from = Decimals.write(units, decimals, digits);
            open();
            csv.add(digits, from);
            json.add(digits, from);
        }

        @Override
        public void text(CharSequence cell) {
            open();
            json.add('"');
            if (CsvText.isPlain(cell)) {
                csv.ascii(cell);
                json.ascii(cell);
            } else {
                StringBuilder escaped = new StringBuilder();
                ENCODER.quoteAsString(cell, escaped);
                json.add(escaped.toString().getBytes(StandardCharsets.UTF_8));
                csv.add(CsvText.of(cell.toString()).getBytes(StandardCharsets.UTF_8));
            }
            json.add('"');
        }

        @Override
        public void none(boolean isNumber) {
            if (isNumber) {
                open();
                json.add(NULL);
            } else {
                text("");
            }
        }
    }
}

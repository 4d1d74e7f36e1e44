package dev.truce.tournament.result;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Rows of a table as they stand in files, in both forms at once: a line of CSV (RFC 4180) and a line of JSON each. Cells come in
 * the order of the columns. In CSV, texts that a spreadsheet could take for a formula get an apostrophe in front. Not thread-safe.
 */
final class Rows {
    private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private final ResultTable table;
    private final ByteText csv = new ByteText();
    private final ByteText json = new ByteText();
    /** What JSON writes in front of the cell of each column. */
    private final byte[][] keys;

    private final byte[] digits = new byte[Decimals.LONGEST];
    private int column;

    Rows(ResultTable table) {
        this.table = table;
        this.keys = new byte[table.columns().size()][];
        for (int i = 0; i < keys.length; i++) {
            String key = (i == 0 ? "{\"" : ",\"") + table.columns().get(i).name() + "\":";
            keys[i] = key.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Adds a cell with a whole number. */
    Rows whole(long number) {
        return number(number, 0);
    }

    /**
     * Adds a cell with a decimal number.
     *
     * @throws IllegalArgumentException if the value is not finite or too large
     */
    Rows decimal(double value, int decimals) {
        return number(Decimals.units(value, decimals), decimals);
    }

    private Rows number(long units, int decimals) {
        int from = Decimals.write(units, decimals, digits);
        open();
        csv.add(digits, from);
        json.add(digits, from);
        return this;
    }

    /** Adds a cell with a text. */
    Rows text(CharSequence cell) {
        open();
        json.add('"');
        if (isPlain(cell)) {
            csv.ascii(cell);
            json.ascii(cell);
        } else {
            StringBuilder escaped = new StringBuilder();
            ENCODER.quoteAsString(cell, escaped);
            json.add(escaped.toString().getBytes(StandardCharsets.UTF_8));
            csv.add(quoted(ResultTable.guarded(cell.toString())).getBytes(StandardCharsets.UTF_8));
        }
        json.add('"');
        return this;
    }

    /** Adds a cell that says that there is no value. */
    Rows none() {
        if (table.columns().get(column).type().isNumber()) {
            open();
            json.add(NULL);
            return this;
        }
        return text("");
    }

    /**
     * Ends the row.
     *
     * @throws IllegalStateException if it has not one cell for each column
     */
    void end() {
        if (column != keys.length) {
            throw new IllegalStateException(column + " cells for the " + keys.length + " columns of " + table.name());
        }
        csv.add('\n');
        json.add('}');
        json.add('\n');
        column = 0;
    }

    /** Adds a row of cells as they are written, an empty one for no value. */
    Rows row(List<String> cells) {
        for (String cell : cells) {
            if (cell.isEmpty()) {
                none();
            } else if (table.columns().get(column).type().isNumber()) {
                open();
                csv.ascii(cell);
                json.ascii(cell);
            } else {
                text(cell);
            }
        }
        end();
        return this;
    }

    /** Adds cells without a value to the end of the row, and ends it. */
    void endEmpty() {
        while (column < keys.length) {
            none();
        }
        end();
    }

    /** Returns the lines of CSV since the last call. */
    byte[] takeCsv() {
        return csv.take();
    }

    /** Returns the lines of JSON since the last call. */
    byte[] takeJson() {
        return json.take();
    }

    private void open() {
        if (column == keys.length) {
            throw new IllegalStateException("more cells than the " + keys.length + " columns of " + table.name());
        }
        if (column > 0) {
            csv.add(',');
        }
        json.add(keys[column++]);
    }

    /** Returns whether both forms write a text as it is. */
    private static boolean isPlain(CharSequence cell) {
        if (!cell.isEmpty() && ResultTable.isDangerous(cell.charAt(0))) {
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

    private static String quoted(String cell) {
        boolean isPlain = true;
        for (int i = 0; i < cell.length() && isPlain; i++) {
            char c = cell.charAt(i);
            isPlain = c != ',' && c != '"' && c != '\n' && c != '\r';
        }
        return isPlain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}

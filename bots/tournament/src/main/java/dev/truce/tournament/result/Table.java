package dev.truce.tournament.result;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/**
 * A result file: its name and its columns. Rows are texts in column order; numbers are written the same way in both forms, so that
 * totals agree to the last digit. An empty cell says that there is no value.
 *
 * @param name name of the file without its ending
 * @param columns its columns
 */
public record Table(String name, List<Column> columns) {
    /** One line end on every system, so that equal runs give equal files. */
    static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();

    /** A text that begins like this could be taken for a formula by a spreadsheet; full-width forms too. */
    private static final String DANGEROUS = "=+-@\t\r\n'\uff1d\uff0b\uff0d\uff20";

    public Table {
        columns = List.copyOf(columns);
    }

    /** Returns the first line of the CSV file. */
    public String header() {
        StringBuilder text = new StringBuilder();
        for (Column column : columns) {
            text.append(text.isEmpty() ? "" : ",").append(column.name());
        }
        return text.append('\n').toString();
    }

    /**
     * Appends a row as a line of CSV (RFC 4180); texts that a spreadsheet could take for a formula get an apostrophe in front.
     */
    public void csv(List<String> row, StringBuilder text) {
        for (int i = 0; i < row.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            String cell = row.get(i);
            if (columns.get(i).type().isNumber()) {
                text.append(cell);
            } else {
                quoted(guarded(cell), text);
            }
        }
        text.append('\n');
    }

    private static void quoted(String cell, StringBuilder text) {
        boolean isPlain = true;
        for (int i = 0; i < cell.length() && isPlain; i++) {
            char c = cell.charAt(i);
            isPlain = c != ',' && c != '"' && c != '\n' && c != '\r';
        }
        if (isPlain) {
            text.append(cell);
        } else {
            text.append('"').append(cell.replace("\"", "\"\"")).append('"');
        }
    }

    /** Appends a row as a line of JSON. */
    public void json(List<String> row, StringBuilder text) {
        char before = '{';
        for (int i = 0; i < row.size(); i++) {
            Column column = columns.get(i);
            String cell = row.get(i);
            text.append(before).append('"').append(column.name()).append("\":");
            if (!column.type().isNumber()) {
                text.append('"');
                ENCODER.quoteAsString(cell, text);
                text.append('"');
            } else {
                text.append(cell.isEmpty() ? "null" : cell);
            }
            before = ',';
        }
        text.append("}\n");
    }

    /** Returns a cell of text as CSV carries it. */
    static String guarded(String text) {
        return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** Returns the text of a cell that CSV carried. */
    static String unguarded(String cell) {
        return cell.startsWith("'") ? cell.substring(1) : cell;
    }

    /** Returns the index of a column. */
    public int index(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException("table " + name + " has no column " + column);
    }
}

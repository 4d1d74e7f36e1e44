package dev.truce.tournament.result;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/**
 * A result file: its name and its columns. Rows are texts in column order; numbers are written the same way in both forms, so that
 * totals agree to the last digit. An empty cell says that there is no value.
 *
 * @param name name of the file without its ending
 * @param columns its columns
 */
public record ResultTable(String name, List<Column> columns) {
    /** One line end on every system, so that equal runs give equal files. */
    static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    /** A text that begins like this could be taken for a formula by a spreadsheet; full-width forms too. */
    private static final String DANGEROUS = "=+-@\t\r\n'\uff1d\uff0b\uff0d\uff20";

    public ResultTable {
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

    /** Appends a row as a line of CSV. */
    public void csv(List<String> row, StringBuilder text) {
        text.append(new String(new Rows(this).row(row).takeCsv(), StandardCharsets.UTF_8));
    }

    /** Appends a row as a line of JSON. */
    public void json(List<String> row, StringBuilder text) {
        text.append(new String(new Rows(this).row(row).takeJson(), StandardCharsets.UTF_8));
    }

    /** Returns whether a spreadsheet could take a text that begins with a character for a formula. */
    static boolean isDangerous(char first) {
        return DANGEROUS.indexOf(first) >= 0;
    }

    /** Returns a cell of text as CSV carries it. */
    static String guarded(String text) {
        return !text.isEmpty() && isDangerous(text.charAt(0)) ? "'" + text : text;
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

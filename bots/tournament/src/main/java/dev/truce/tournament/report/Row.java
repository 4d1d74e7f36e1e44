package dev.truce.tournament.report;

import dev.truce.tournament.result.Column;
import dev.truce.tournament.result.Decimals;
import dev.truce.tournament.result.ResultException;
import dev.truce.tournament.result.ResultTable;
import dev.truce.tournament.result.TableReader;
import dev.truce.tournament.stats.SignificanceText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A row of a result file.
 *
 * @param cells its cells by column
 */
public record Row(Map<String, String> cells) {
    /** Stands where there is no value. */
    private static final String NOTHING = "-";

    /** No number of a table of bots is as large. */
    private static final double MOST = 1e9;

    /**
     * Returns the rows of a table.
     *
     * @param folder of the tournament
     * @throws IOException if the file cannot be read
     * @throws ResultException if it is not what the program writes; names the row
     */
    public static List<Row> read(Path folder, ResultTable table) throws IOException, ResultException {
        List<Row> rows = new ArrayList<>();
        for (Map<String, String> cells : TableReader.read(folder, table)) {
            Row row = new Row(cells);
            for (Column column : table.columns()) {
                if (!row.fits(column)) {
                    throw new ResultException(
                            table.name() + ".csv",
                            rows.size() + 1L,
                            column.name() + " is '" + row.text(column.name()) + "', expected a number");
                }
            }
            rows.add(row);
        }
        return rows;
    }

    /** Returns whether a cell is empty or what its column says. */
    private boolean fits(Column column) {
        if (!column.type().isNumber() || !has(column.name())) {
            return true;
        }
        try {
            return column.type() == Column.Type.WHOLE
                    ? whole(column.name()) >= 0
                    : Math.abs(number(column.name())) < MOST;
        } catch (NumberFormatException wrong) {
            return false;
        }
    }

    /**
     * Returns a cell.
     *
     * @throws IllegalArgumentException if there is no such column
     */
    public String text(String column) {
        String cell = cells.get(column);
        if (cell == null) {
            throw new IllegalArgumentException("no column " + column);
        }
        return cell;
    }

    /** Returns whether a cell has a value. */
    public boolean has(String column) {
        return !text(column).isEmpty();
    }

    /** Returns whether a cell is a word. */
    public boolean is(String column, String word) {
        return text(column).equals(word);
    }

    /** Returns a number. */
    public double number(String column) {
        return Double.parseDouble(text(column));
    }

    /** Returns a whole number. */
    public int whole(String column) {
        return Integer.parseInt(text(column));
    }

    /** Returns a number with fewer decimals than the file has, or a dash if there is none. */
    public String shown(String column, int decimals) {
        return has(column) ? Decimals.of(number(column), decimals) : NOTHING;
    }

    /** Returns a level, or a dash if there is none. */
    public String level(String column) {
        return has(column) ? SignificanceText.of(number(column)) : NOTHING;
    }

    /** Returns how far the interval of a figure reaches from it at most, as {@code ±1.2}, or a dash if there is none. */
    public String reach(String column, String low, String high, int decimals) {
        return has(low)
                ? "\u00b1"
                        + Decimals.of(Math.max(number(column) - number(low), number(high) - number(column)), decimals)
                : NOTHING;
    }

    /** Returns the interval between two columns, or a dash if there is none. */
    public String interval(String low, String high, int decimals) {
        return has(low) ? shown(low, decimals) + " .. " + shown(high, decimals) : NOTHING;
    }
}

package dev.truce.tournament.table;

import dev.truce.tournament.stats.SignificanceText;
import java.util.function.UnaryOperator;

/** A row as people read it: its cells by the names of their columns, with as many decimals as one wants. */
public final class TableRow {
    /** Stands where there is no value. */
    private static final String NOTHING = "-";

    private final UnaryOperator<String> cells;

    /**
     * Makes one.
     *
     * @param cells the cell of each column
     */
    TableRow(UnaryOperator<String> cells) {
        this.cells = cells;
    }

    /**
     * Returns a cell as files have it.
     *
     * @throws IllegalArgumentException if there is no such column
     */
    public String text(String column) {
        return cells.apply(column);
    }

    /** Returns whether a cell has a value. */
    public boolean has(String column) {
        return !text(column).isEmpty();
    }

    /** Returns whether a cell is a word. */
    public boolean is(String column, String word) {
        return text(column).equals(word);
    }

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

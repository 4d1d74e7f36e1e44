package dev.truce.tournament.table;

import java.util.List;
import java.util.stream.Stream;

/**
 * A table with its rows.
 *
 * @param <T> what a row is about
 * @param table the table
 * @param rows in order
 */
public record FilledTable<T>(ResultTable<T> table, List<T> rows) {
    public FilledTable {
        rows = List.copyOf(rows);
    }

    /** Returns it as the first edition of the tables had it. */
    public FilledTable<T> first() {
        return new FilledTable<>(table.first(), rows);
    }

    /** Returns the CSV file. */
    public String csv() {
        return table.csv(rows);
    }

    /** Returns each row as one JSON object. */
    public Stream<String> json() {
        return rows.stream().map(table::json);
    }
}

package dev.truce.tournament.row;

import dev.truce.tournament.table.Column;
import dev.truce.tournament.table.ResultTable;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * A column in the dictionary.
 *
 * @param table name of the file without its ending
 * @param column what is told
 */
public record ColumnRow(String table, Column<?> column) {
    /** The dictionary. */
    public static final ResultTable<ColumnRow> TABLE = ResultTable.<ColumnRow>named("columns")
            .column("file", "name of the file without its ending")
            .text(ColumnRow::table)
            .column("column", "name of the column")
            .text(row -> row.column.name())
            .column("type", "text, whole or decimal")
            .text(row -> row.column.type().word())
            .column("unit", "unit of its numbers, or empty")
            .text(row -> row.column.unit())
            .column("meaning", "what it says")
            .text(row -> row.column.meaning())
            .build();

    /** Returns a row for each column of some tables. */
    public static List<ColumnRow> of(Collection<? extends ResultTable<?>> tables) {
        return tables.stream().flatMap(ColumnRow::columns).toList();
    }

    private static Stream<ColumnRow> columns(ResultTable<?> table) {
        return table.columns().stream().map(column -> new ColumnRow(table.name(), column));
    }
}

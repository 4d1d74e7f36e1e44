package dev.truce.tournament.table;

import java.util.Locale;

/** A form in which the rows of a table are kept. */
public enum TableForm {
    /** Comma separated values, RFC 4180. */
    CSV,
    /** An object a line. */
    JSONL,
    /** By column, for programs that read by column. */
    PARQUET;

    /** The word for it, which is also how its files end. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the file that a table has in this form. */
    public String file(ResultTable<?> table) {
        return table.name() + "." + word();
    }
}

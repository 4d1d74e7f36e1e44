package dev.truce.tournament.result;

import dev.truce.tournament.table.ResultTable;
import dev.truce.tournament.table.TableForm;

/**
 * A file to which something of each pair is added.
 *
 * @param path within the folder
 * @param header what stands before the first pair
 * @param isStaged whether it is none of the results: what is in it goes on into a file by column
 */
record GrownFile(String path, String header, boolean isStaged) {
    /** Where things wait until they are written by column. */
    private static final String STAGE = "logs/";

    /** Records that wait to be packed. */
    static final GrownFile RECORDS = new GrownFile(STAGE + "records", "", true);

    /** Returns a file of the results with the rows of a table. */
    static GrownFile of(ResultTable<?> table, TableForm form) {
        return new GrownFile(form.file(table), header(table, form), false);
    }

    /** Returns the file in which the rows of a table wait. */
    static GrownFile staged(ResultTable<?> table) {
        return new GrownFile(STAGE + TableForm.CSV.file(table), header(table, TableForm.CSV), true);
    }

    private static String header(ResultTable<?> table, TableForm form) {
        return form == TableForm.CSV ? table.header() : "";
    }
}

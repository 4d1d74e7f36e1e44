package dev.truce.store.sqlite;

import dev.truce.store.chain.JournalHead;
import dev.truce.store.sql.Statements;
import dev.truce.store.sql.StreamReader;

/** The row in which the file says how far its journal goes. */
final class JournalRow {
    private JournalRow() {}

    static JournalHead in(Statements reading) {
        return reading.find(
                        "SELECT group_number, digest FROM journal",
                        row -> new JournalHead(row.getLong(1), StreamReader.bytes(row, 2)))
                .orElseThrow();
    }
}

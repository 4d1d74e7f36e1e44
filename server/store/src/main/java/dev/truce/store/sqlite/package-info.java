/** Keeps the journal in a file of SQLite. */
@NullMarked
package dev.truce.store.sqlite;

import org.jspecify.annotations.NullMarked;

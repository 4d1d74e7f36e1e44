/** Keeps the journal in an SQL database; the only package that knows SQL. */
@NullMarked
package dev.truce.store.sqlite;

import org.jspecify.annotations.NullMarked;

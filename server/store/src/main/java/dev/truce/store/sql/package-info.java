/** Keeps the journal in an SQL database; the only package that knows SQL. */
@NullMarked
package dev.truce.store.sql;

import org.jspecify.annotations.NullMarked;

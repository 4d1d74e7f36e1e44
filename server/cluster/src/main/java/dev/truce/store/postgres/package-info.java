/** Keeps the journal in PostgreSQL; the only package that knows its driver. */
@NullMarked
package dev.truce.store.postgres;

import org.jspecify.annotations.NullMarked;

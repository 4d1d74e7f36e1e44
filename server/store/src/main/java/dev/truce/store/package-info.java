/** Keeps rooms and the inputs of matches on disk; the only package that knows SQL. */
@NullMarked
package dev.truce.store;

import org.jspecify.annotations.NullMarked;

/** Tests of the SQL store. */
@NullMarked
package dev.truce.store.sqlite;

import org.jspecify.annotations.NullMarked;

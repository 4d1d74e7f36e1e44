/** Tests of the SQL store. */
@NullMarked
package dev.truce.store.sql;

import org.jspecify.annotations.NullMarked;

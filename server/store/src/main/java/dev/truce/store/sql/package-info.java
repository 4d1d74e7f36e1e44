/** What is read of a journal alike in every SQL database. */
@NullMarked
package dev.truce.store.sql;

import org.jspecify.annotations.NullMarked;

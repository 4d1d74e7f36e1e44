/** Tests of the store in PostgreSQL, against a server of their own. */
@NullMarked
package dev.truce.store.postgres;

import org.jspecify.annotations.NullMarked;

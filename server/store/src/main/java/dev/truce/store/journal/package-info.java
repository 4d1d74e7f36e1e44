/** The thread that makes groups of writes durable. */
@NullMarked
package dev.truce.store.journal;

import org.jspecify.annotations.NullMarked;

/** Clauses and the treaty in force, with its depth. */
@NullMarked
package dev.truce.engine.agreement;

import org.jspecify.annotations.NullMarked;

/** The treaty in force with its clauses. */
@NullMarked
package dev.truce.engine.agreement;

import org.jspecify.annotations.NullMarked;

/** Rules for the source text of all modules, each with a count that may only fall. */
@NullMarked
package dev.truce.tidy;

import org.jspecify.annotations.NullMarked;

/** The port of the journal: what is written, what is read, and what a store promises. */
@NullMarked
package dev.truce.store;

import org.jspecify.annotations.NullMarked;

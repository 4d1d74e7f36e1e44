/** The port of the journal, with the promises that a store keeps. */
@NullMarked
package dev.truce.store;

import org.jspecify.annotations.NullMarked;

/** What every store has to do, and a store that goes wrong. */
@NullMarked
package dev.truce.store;

import org.jspecify.annotations.NullMarked;

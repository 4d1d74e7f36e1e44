/** What every store does with the entries of a stream. */
@NullMarked
package dev.truce.store.chain;

import org.jspecify.annotations.NullMarked;

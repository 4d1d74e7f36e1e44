/** Tests of the journal. */
@NullMarked
package dev.truce.store;

import org.jspecify.annotations.NullMarked;

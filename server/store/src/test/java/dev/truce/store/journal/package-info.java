/** Tests of the thread of the journal. */
@NullMarked
package dev.truce.store.journal;

import org.jspecify.annotations.NullMarked;

/** Tests of the journal. */
@NullMarked
package dev.truce.app.journal;

import org.jspecify.annotations.NullMarked;

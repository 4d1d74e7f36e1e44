/** Plays a record again to see whether it is true. */
@NullMarked
package dev.truce.match.record.verify;

import org.jspecify.annotations.NullMarked;

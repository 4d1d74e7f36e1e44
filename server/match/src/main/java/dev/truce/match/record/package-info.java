/** The portable record of a match, which replay verifies. */
@NullMarked
package dev.truce.match.record;

import org.jspecify.annotations.NullMarked;

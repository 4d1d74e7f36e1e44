/** Judges what is done in one match. */
@NullMarked
package dev.truce.match.referee;

import org.jspecify.annotations.NullMarked;

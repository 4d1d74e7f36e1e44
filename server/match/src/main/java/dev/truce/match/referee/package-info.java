/** Judges what seats and hosts do, and advances one match. */
@NullMarked
package dev.truce.match.referee;

import org.jspecify.annotations.NullMarked;

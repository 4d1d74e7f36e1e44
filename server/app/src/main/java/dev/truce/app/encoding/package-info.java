/** The bytes in which the journal keeps what makes a match what it is. */
@NullMarked
package dev.truce.app.encoding;

import org.jspecify.annotations.NullMarked;

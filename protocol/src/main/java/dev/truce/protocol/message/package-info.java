/** The messages of the wire, as values of the game instead of bytes. */
@NullMarked
package dev.truce.protocol.message;

import org.jspecify.annotations.NullMarked;

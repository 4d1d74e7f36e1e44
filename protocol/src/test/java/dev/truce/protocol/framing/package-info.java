/** Checks what becomes of bytes, honest and hostile ones. */
@NullMarked
package dev.truce.protocol.framing;

import org.jspecify.annotations.NullMarked;

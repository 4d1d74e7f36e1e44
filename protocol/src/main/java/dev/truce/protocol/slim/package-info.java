/** Bytes of the wire without a library, as the browser needs it. */
@NullMarked
package dev.truce.protocol.slim;

import org.jspecify.annotations.NullMarked;

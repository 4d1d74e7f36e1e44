/** Keeps the pages about the wire in step with the schema and the code. */
@NullMarked
package dev.truce.protocol.reference;

import org.jspecify.annotations.NullMarked;

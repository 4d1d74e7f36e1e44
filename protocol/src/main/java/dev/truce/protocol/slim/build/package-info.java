/** Writes the slim classes of the schema when the module is built. */
@NullMarked
package dev.truce.protocol.slim.build;

import org.jspecify.annotations.NullMarked;

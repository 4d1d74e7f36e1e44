/** What the mappings of the codec are made of. */
@NullMarked
package dev.truce.protocol.codec.table;

import org.jspecify.annotations.NullMarked;

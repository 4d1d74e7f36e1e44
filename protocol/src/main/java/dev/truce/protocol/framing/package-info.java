/** The stages that turn the bytes of a connection into messages and back, each with its limit. */
@NullMarked
package dev.truce.protocol.framing;

import org.jspecify.annotations.NullMarked;

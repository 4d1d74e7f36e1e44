/** The stages from the bytes of a connection to messages, in both directions, each with its limit. */
@NullMarked
package dev.truce.protocol.framing;

import org.jspecify.annotations.NullMarked;

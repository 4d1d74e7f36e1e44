/** The slim classes against protobuf-java. */
@NullMarked
package dev.truce.protocol.slim;

import org.jspecify.annotations.NullMarked;

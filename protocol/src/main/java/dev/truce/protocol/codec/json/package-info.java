/** The messages of the wire as JSON, for programs that do not speak protobuf. */
@NullMarked
package dev.truce.protocol.codec.json;

import org.jspecify.annotations.NullMarked;

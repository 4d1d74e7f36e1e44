@NullMarked
package dev.truce.protocol.codec.json;

import org.jspecify.annotations.NullMarked;

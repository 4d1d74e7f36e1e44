/** Messages that tests make up, for the tests of every other package. */
@NullMarked
package dev.truce.protocol.wire;

import org.jspecify.annotations.NullMarked;

/** The contract of the wire, by which clients talk to a host of matches. */
@NullMarked
package dev.truce.protocol;

import org.jspecify.annotations.NullMarked;

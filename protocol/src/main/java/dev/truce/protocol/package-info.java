/** The wire contract between a host of matches and its clients. */
@NullMarked
package dev.truce.protocol;

import org.jspecify.annotations.NullMarked;

/** What client and server say to each other, as values of the game instead of bytes. */
@NullMarked
package dev.truce.protocol.message;

import org.jspecify.annotations.NullMarked;

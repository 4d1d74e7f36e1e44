/** Checks what a client makes of a bad network and of a server's answers. */
@NullMarked
package dev.truce.protocol.client;

import org.jspecify.annotations.NullMarked;

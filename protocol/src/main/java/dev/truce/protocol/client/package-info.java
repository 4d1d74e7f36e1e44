/** The client side of a connection, shared by bots and the terminal client. */
@NullMarked
package dev.truce.protocol.client;

import org.jspecify.annotations.NullMarked;

/** The client side of a connection, for every kind of client. */
@NullMarked
package dev.truce.protocol.client;

import org.jspecify.annotations.NullMarked;

/** Connections: one port for the protocol over TCP or WebSocket and for HTTP, with a limit on everything. */
@NullMarked
package dev.truce.app.net;

import org.jspecify.annotations.NullMarked;

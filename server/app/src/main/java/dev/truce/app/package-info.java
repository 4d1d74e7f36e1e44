/** Hosts matches for clients on the network. */
@NullMarked
package dev.truce.app;

import org.jspecify.annotations.NullMarked;

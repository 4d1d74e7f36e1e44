/** Desks of classes over HTTP, with JSON: for scripts. What a desk may do and what it is told is that of the wire. */
@NullMarked
package dev.truce.app.net.desk;

import org.jspecify.annotations.NullMarked;

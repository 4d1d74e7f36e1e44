/** One client connection: its phases, what each may send. */
@NullMarked
package dev.truce.app.net.connection;

import org.jspecify.annotations.NullMarked;

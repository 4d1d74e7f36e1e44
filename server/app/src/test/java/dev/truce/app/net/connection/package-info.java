/** Tests of connections. */
@NullMarked
package dev.truce.app.net.connection;

import org.jspecify.annotations.NullMarked;

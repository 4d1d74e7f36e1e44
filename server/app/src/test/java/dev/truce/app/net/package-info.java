/** Tests of connections. */
@NullMarked
package dev.truce.app.net;

import org.jspecify.annotations.NullMarked;

/** Tests of the connections to a server. */
@NullMarked
package dev.truce.cli.connect;

import org.jspecify.annotations.NullMarked;

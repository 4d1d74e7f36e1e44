/** Commands for those who run a server. */
@NullMarked
package dev.truce.cli.server;

import org.jspecify.annotations.NullMarked;

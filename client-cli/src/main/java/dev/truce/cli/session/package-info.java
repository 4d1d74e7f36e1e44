/** The session of one seat at a terminal. */
@NullMarked
package dev.truce.cli.session;

import org.jspecify.annotations.NullMarked;

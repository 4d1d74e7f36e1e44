/** The one port, with a limit on everything. */
@NullMarked
package dev.truce.app.net;

import org.jspecify.annotations.NullMarked;

/** How long the open round of a match has left. */
@NullMarked
package dev.truce.app.host.clock;

import org.jspecify.annotations.NullMarked;

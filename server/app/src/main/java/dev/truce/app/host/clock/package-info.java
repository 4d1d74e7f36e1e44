/** How long the open round of a match has left, and how the journal keeps that. */
@NullMarked
package dev.truce.app.host.clock;

import org.jspecify.annotations.NullMarked;

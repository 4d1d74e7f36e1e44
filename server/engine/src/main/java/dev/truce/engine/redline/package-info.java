/** Keeps the secret red lines of both sides. */
@NullMarked
package dev.truce.engine.redline;

import org.jspecify.annotations.NullMarked;

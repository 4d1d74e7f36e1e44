/** What a viewer is told, with its estimates of the rest. */
@NullMarked
package dev.truce.engine.redaction;

import org.jspecify.annotations.NullMarked;

/** The several seats of one side, each with its own tasks. */
@NullMarked
package dev.truce.engine.delegation;

import org.jspecify.annotations.NullMarked;

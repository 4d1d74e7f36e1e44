/** Everything that a scenario file may set, as checked values. */
@NullMarked
package dev.truce.engine.scenario;

import org.jspecify.annotations.NullMarked;

/** Scenario values: everything that a scenario file may set, parsed and checked. */
@NullMarked
package dev.truce.engine.scenario;

import org.jspecify.annotations.NullMarked;

/** Turns the text of a scenario file into rules values. */
@NullMarked
package dev.truce.scenario;

import org.jspecify.annotations.NullMarked;

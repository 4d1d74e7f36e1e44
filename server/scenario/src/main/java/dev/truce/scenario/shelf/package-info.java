/** Writes the scenarios that ship as Java source. */
@NullMarked
package dev.truce.scenario.shelf;

import org.jspecify.annotations.NullMarked;

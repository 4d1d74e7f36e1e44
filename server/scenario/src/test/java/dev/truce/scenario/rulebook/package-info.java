/** The rulebook as tests: the rules played on the numbers of the Busan scenario. */
@NullMarked
package dev.truce.scenario.rulebook;

import org.jspecify.annotations.NullMarked;

/** The rulebook as tests: the rules played on the numbers of the Busan scenario. */
@NullMarked
package dev.truce.rulebook;

import org.jspecify.annotations.NullMarked;

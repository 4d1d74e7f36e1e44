/** Tests of what viewers of a match on the shipped scenario see. */
@NullMarked
package dev.truce.rulebook.view;

import org.jspecify.annotations.NullMarked;

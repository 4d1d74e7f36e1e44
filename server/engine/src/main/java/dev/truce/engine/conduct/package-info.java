/** How the levels of a round count as conduct of the sides. */
@NullMarked
package dev.truce.engine.conduct;

import org.jspecify.annotations.NullMarked;

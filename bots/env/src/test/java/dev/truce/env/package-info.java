/** Tests of matches for learners. */
@NullMarked
package dev.truce.env;

import org.jspecify.annotations.NullMarked;

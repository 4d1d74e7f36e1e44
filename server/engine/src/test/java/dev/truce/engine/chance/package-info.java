/** Tests of the rules: chance. */
@NullMarked
package dev.truce.engine.chance;

import org.jspecify.annotations.NullMarked;

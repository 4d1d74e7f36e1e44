/** Tests of the rules: conduct. */
@NullMarked
package dev.truce.engine.conduct;

import org.jspecify.annotations.NullMarked;

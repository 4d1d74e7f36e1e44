/** Tests of the rules: agreement. */
@NullMarked
package dev.truce.engine.agreement;

import org.jspecify.annotations.NullMarked;

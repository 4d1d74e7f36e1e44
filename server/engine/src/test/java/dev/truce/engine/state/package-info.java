/** Tests of the rules: state. */
@NullMarked
package dev.truce.engine.state;

import org.jspecify.annotations.NullMarked;

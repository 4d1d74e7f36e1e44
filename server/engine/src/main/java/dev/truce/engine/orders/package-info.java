/** Orders of a delegation with the verdict on them. */
@NullMarked
package dev.truce.engine.orders;

import org.jspecify.annotations.NullMarked;

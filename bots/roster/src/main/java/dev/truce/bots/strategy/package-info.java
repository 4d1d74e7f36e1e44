/** The strategies of the reference pool, one file each. */
@NullMarked
package dev.truce.bots.strategy;

import org.jspecify.annotations.NullMarked;

/** Bots that play by rules which were learnt. */
@NullMarked
package dev.truce.bots.policy;

import org.jspecify.annotations.NullMarked;

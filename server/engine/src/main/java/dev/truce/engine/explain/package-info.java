/** Why a round's score is what it is: shares of the instruments, events and circumstances that caused it. */
@NullMarked
package dev.truce.engine.explain;

import org.jspecify.annotations.NullMarked;

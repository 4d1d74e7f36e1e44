/** Why a round's score is what it is, as shares of its causes. */
@NullMarked
package dev.truce.engine.explain;

import org.jspecify.annotations.NullMarked;

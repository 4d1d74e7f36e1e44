/** Lets bots that were made to exploit others play against them. */
@NullMarked
package dev.truce.tournament.attack;

import org.jspecify.annotations.NullMarked;

/** Tests of attackers. */
@NullMarked
package dev.truce.tournament.attack;

import org.jspecify.annotations.NullMarked;

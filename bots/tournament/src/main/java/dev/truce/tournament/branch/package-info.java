/** Takes a recorded match up in the middle with another policy in one seat, and says what difference that makes. */
@NullMarked
package dev.truce.tournament.branch;

import org.jspecify.annotations.NullMarked;

/** Branches of a recorded match, in which another policy plays one seat from some round on. */
@NullMarked
package dev.truce.tournament.branch;

import org.jspecify.annotations.NullMarked;

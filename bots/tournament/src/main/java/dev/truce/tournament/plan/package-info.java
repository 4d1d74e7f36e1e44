/** What a tournament plays. */
@NullMarked
package dev.truce.tournament.plan;

import org.jspecify.annotations.NullMarked;

/** Tests of {@code dev.truce.tournament.plan}. */
@NullMarked
package dev.truce.tournament.plan;

import org.jspecify.annotations.NullMarked;

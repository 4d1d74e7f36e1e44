/** Tests of the report of a tournament. */
@NullMarked
package dev.truce.tournament.report;

import org.jspecify.annotations.NullMarked;

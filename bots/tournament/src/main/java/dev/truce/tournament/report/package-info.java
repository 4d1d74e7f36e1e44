/** Provides the report of a tournament's folder: one page that needs nothing else, and its pictures as files. */
@NullMarked
package dev.truce.tournament.report;

import org.jspecify.annotations.NullMarked;

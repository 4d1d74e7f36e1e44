/** The report of a tournament's folder, a page that needs no other file. */
@NullMarked
package dev.truce.tournament.report;

import org.jspecify.annotations.NullMarked;

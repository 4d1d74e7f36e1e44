/** Tests of branches. */
@NullMarked
package dev.truce.tournament.branch;

import org.jspecify.annotations.NullMarked;

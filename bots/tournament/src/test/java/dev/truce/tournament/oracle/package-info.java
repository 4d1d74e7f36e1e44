/** Tests of searches for best responses. */
@NullMarked
package dev.truce.tournament.oracle;

import org.jspecify.annotations.NullMarked;

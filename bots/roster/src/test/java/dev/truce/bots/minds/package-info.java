/** Tests of the bots that think ahead. */
@NullMarked
package dev.truce.bots.minds;

import org.jspecify.annotations.NullMarked;

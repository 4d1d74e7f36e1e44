/** Tests of the commands that compare bots. */
@NullMarked
package dev.truce.cli.tournament;

import org.jspecify.annotations.NullMarked;

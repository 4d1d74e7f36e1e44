/** What one seat knows of its match, apart from the commands that are typed. */
@NullMarked
package dev.truce.cli.seat;

import org.jspecify.annotations.NullMarked;

/** What those see who only watch: a match, or all tables of a class. */
@NullMarked
package dev.truce.cli.watch;

import org.jspecify.annotations.NullMarked;

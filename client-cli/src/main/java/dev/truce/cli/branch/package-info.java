/** Another course of a match that is over. */
@NullMarked
package dev.truce.cli.branch;

import org.jspecify.annotations.NullMarked;

/** Tests of the command line. */
@NullMarked
package dev.truce.cli;

import org.jspecify.annotations.NullMarked;

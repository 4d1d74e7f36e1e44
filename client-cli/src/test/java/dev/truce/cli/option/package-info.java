/** Tests of the options. */
@NullMarked
package dev.truce.cli.option;

import org.jspecify.annotations.NullMarked;

/** Tests of the screens. */
@NullMarked
package dev.truce.cli.screen;

import org.jspecify.annotations.NullMarked;

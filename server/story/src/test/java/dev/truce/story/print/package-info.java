/** Tests of the printers. */
@NullMarked
package dev.truce.story.print;

import org.jspecify.annotations.NullMarked;

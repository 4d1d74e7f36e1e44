/** Printers: each turns any page into one medium. */
@NullMarked
package dev.truce.story.print;

import org.jspecify.annotations.NullMarked;

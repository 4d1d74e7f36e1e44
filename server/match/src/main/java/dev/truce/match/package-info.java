/** The referee of one match, which turns inputs into effects without any I/O. */
@NullMarked
package dev.truce.match;

import org.jspecify.annotations.NullMarked;

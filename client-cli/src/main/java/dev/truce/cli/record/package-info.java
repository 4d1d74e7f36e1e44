/** Commands about the record of a match. */
@NullMarked
package dev.truce.cli.record;

import org.jspecify.annotations.NullMarked;

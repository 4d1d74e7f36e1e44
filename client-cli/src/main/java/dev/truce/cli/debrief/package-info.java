/** Commands that tell what a class did, from the records of its tables. */
@NullMarked
package dev.truce.cli.debrief;

import org.jspecify.annotations.NullMarked;

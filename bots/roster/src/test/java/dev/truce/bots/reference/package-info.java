/** Checks the bots that ship against the pages that define them. */
@NullMarked
package dev.truce.bots.reference;

import org.jspecify.annotations.NullMarked;

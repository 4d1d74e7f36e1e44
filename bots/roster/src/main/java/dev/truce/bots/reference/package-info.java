/** What the reference strategies share. */
@NullMarked
package dev.truce.bots.reference;

import org.jspecify.annotations.NullMarked;

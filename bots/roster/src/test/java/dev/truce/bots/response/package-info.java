/** Tests of what a search found. */
@NullMarked
package dev.truce.bots.response;

import org.jspecify.annotations.NullMarked;

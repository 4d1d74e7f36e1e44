/** Makes offers in view of secret red lines. */
@NullMarked
package dev.truce.bots.bargain;

import org.jspecify.annotations.NullMarked;

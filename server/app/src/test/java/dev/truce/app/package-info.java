/** Tests of the server as a whole. */
@NullMarked
package dev.truce.app;

import org.jspecify.annotations.NullMarked;

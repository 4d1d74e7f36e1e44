/** How a side is played by several seats: who decides what, and what each minister is out for. */
@NullMarked
package dev.truce.engine.delegation;

import org.jspecify.annotations.NullMarked;

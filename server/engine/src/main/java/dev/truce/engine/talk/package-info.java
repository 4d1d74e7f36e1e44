/** What sides say to each other, and whether they did it. */
@NullMarked
package dev.truce.engine.talk;

import org.jspecify.annotations.NullMarked;

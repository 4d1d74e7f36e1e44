/** What sides promise each other, compared with what they do. */
@NullMarked
package dev.truce.engine.talk;

import org.jspecify.annotations.NullMarked;

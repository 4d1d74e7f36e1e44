/** Text as people type and read it. */
@NullMarked
package dev.truce.engine.text;

import org.jspecify.annotations.NullMarked;

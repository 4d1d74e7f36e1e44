/** What a scenario fixes for all rounds. */
@NullMarked
package dev.truce.engine.tables;

import org.jspecify.annotations.NullMarked;

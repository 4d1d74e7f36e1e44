/** What a side may order in a round. */
@NullMarked
package dev.truce.engine.legality;

import org.jspecify.annotations.NullMarked;

/** Tests of what lies on the table. */
@NullMarked
package dev.truce.engine.board;

import org.jspecify.annotations.NullMarked;

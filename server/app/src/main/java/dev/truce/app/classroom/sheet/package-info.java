/** Tables of cells in the files of other programs. */
@NullMarked
package dev.truce.app.classroom.sheet;

import org.jspecify.annotations.NullMarked;

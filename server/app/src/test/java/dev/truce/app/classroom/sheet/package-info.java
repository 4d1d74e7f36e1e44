/** Tests of the package with the same name. */
@NullMarked
package dev.truce.app.classroom.sheet;

import org.jspecify.annotations.NullMarked;

/** Tests of who comes into a class. */
@NullMarked
package dev.truce.app.classroom.entry;

import org.jspecify.annotations.NullMarked;

/** Lessons that ship: templates of classes which an instructor changes in a form. */
@NullMarked
package dev.truce.app.classroom.lesson;

import org.jspecify.annotations.NullMarked;

/** Provides which devices open the seats of a class whose students pick their names from its list. */
@NullMarked
package dev.truce.app.classroom.entry;

import org.jspecify.annotations.NullMarked;

/** A class of students: its list, its tables, its pseudonyms, its grades; no input or output. */
@NullMarked
package dev.truce.app.classroom;

import org.jspecify.annotations.NullMarked;

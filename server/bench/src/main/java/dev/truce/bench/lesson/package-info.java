/** Measures the first minute of a lesson: the page, the door and the bells of a class. */
@NullMarked
package dev.truce.bench.lesson;

import org.jspecify.annotations.NullMarked;

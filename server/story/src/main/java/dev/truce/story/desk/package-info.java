/** Desks of classes, whatever draws them. */
@NullMarked
package dev.truce.story.desk;

import org.jspecify.annotations.NullMarked;

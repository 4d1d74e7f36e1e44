/** Desks of classes on the page, with the board that a whole room sees. */
@NullMarked
package dev.truce.web.desk;

import org.jspecify.annotations.NullMarked;

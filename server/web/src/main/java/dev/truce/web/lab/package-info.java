/** Plays matches between bots in the page. */
@NullMarked
package dev.truce.web.lab;

import org.jspecify.annotations.NullMarked;

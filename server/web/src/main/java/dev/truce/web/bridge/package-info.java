/** Joins the page to the program: the only package that knows how a browser calls it. */
@NullMarked
package dev.truce.web.bridge;

import org.jspecify.annotations.NullMarked;

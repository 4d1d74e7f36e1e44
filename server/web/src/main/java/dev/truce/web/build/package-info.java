/** Builds the page when truce is built; none of it is part of the page. */
@NullMarked
package dev.truce.web.build;

import org.jspecify.annotations.NullMarked;

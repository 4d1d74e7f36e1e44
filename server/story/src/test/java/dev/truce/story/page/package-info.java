/** Tests of what pages are made of. */
@NullMarked
package dev.truce.story.page;

import org.jspecify.annotations.NullMarked;

/** What a topic hands to the printers: parts of a page, each with its forms. */
@NullMarked
package dev.truce.story.page;

import org.jspecify.annotations.NullMarked;

/** Tests of typed lines, and lines for the tests of all that reads them. */
@NullMarked
package dev.truce.story.typed;

import org.jspecify.annotations.NullMarked;

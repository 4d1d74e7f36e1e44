/** Tests of the texts of all languages. */
@NullMarked
package dev.truce.story.bundles;

import org.jspecify.annotations.NullMarked;

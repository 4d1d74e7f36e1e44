/** Reads the texts of each language from resources; no other package of the module reads any. */
@NullMarked
package dev.truce.story.bundles;

import org.jspecify.annotations.NullMarked;

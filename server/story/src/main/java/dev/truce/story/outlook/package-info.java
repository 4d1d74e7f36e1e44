/** Charts of what would come. */
@NullMarked
package dev.truce.story.outlook;

import org.jspecify.annotations.NullMarked;

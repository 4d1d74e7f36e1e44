/** Tests of pictures. */
@NullMarked
package dev.truce.story.picture;

import org.jspecify.annotations.NullMarked;

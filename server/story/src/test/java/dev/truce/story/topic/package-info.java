/** Tests of the topics in all media. */
@NullMarked
package dev.truce.story.topic;

import org.jspecify.annotations.NullMarked;

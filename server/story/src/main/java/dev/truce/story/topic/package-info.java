/** Topics: each turns facts of one kind into a page. */
@NullMarked
package dev.truce.story.topic;

import org.jspecify.annotations.NullMarked;

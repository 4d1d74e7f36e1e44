/** Topics about a scenario before it is played. */
@NullMarked
package dev.truce.story.scenario;

import org.jspecify.annotations.NullMarked;

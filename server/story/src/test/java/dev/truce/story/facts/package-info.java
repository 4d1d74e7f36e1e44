/** Tests of what is known. */
@org.jspecify.annotations.NullMarked
package dev.truce.story.facts;

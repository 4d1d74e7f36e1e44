package dev.truce.story.page;

/**
 * Something that is said.
 *
 * @param text its words
 * @param indent by how much its lines after the first are indented
 */
public record Sentence(String text, int indent) {}

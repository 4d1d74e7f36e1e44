package dev.truce.story.page;

/**
 * A part of a document with a heading.
 *
 * @param id its name in links
 * @param title its heading
 * @param page what it tells
 */
public record DocumentSection(String id, String title, Page page) {}

package dev.truce.app.host.classes;

import dev.truce.protocol.message.ClassNews;

/**
 * What an instructor gets who opens a desk.
 *
 * @param classroom the class
 * @param entered what he is told
 */
public record DeskPlace(Classroom classroom, ClassNews.DeskEntered entered) {}

package dev.truce.app.host.classes;

import dev.truce.app.host.Entered;
import dev.truce.protocol.message.ClassNews;
import org.jspecify.annotations.Nullable;

/**
 * What a person gets who enters a class, to play or to watch.
 *
 * @param classroom the class
 * @param place the place at a table, or null for a student without a seat and for who watches all tables
 * @param told what is told to a person without a place
 */
public record ClassPlace(Classroom classroom, @Nullable Entered place, ClassNews told) {}

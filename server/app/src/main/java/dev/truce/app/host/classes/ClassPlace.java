package dev.truce.app.host.classes;

import dev.truce.app.host.Entered;
import dev.truce.protocol.message.ClassNews;
import org.jspecify.annotations.Nullable;

/**
 * What a student gets who enters a class.
 *
 * @param classroom the class
 * @param seat his seat, or null while he has none
 * @param waiting what he is told while he has none
 */
public record ClassPlace(Classroom classroom, @Nullable Entered seat, ClassNews.Entered waiting) {}

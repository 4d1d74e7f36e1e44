package dev.truce.story.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value for programs.
 *
 * @param path its name, and before it the names of the objects in which it stands
 * @param value a string, number or boolean, a list or map of such, a page, or null
 */
public record Datum(List<String> path, @Nullable Object value) {
    public Datum {
        path = List.copyOf(path);
    }
}

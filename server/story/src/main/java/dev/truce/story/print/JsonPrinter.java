package dev.truce.story.print;

import dev.truce.story.page.Page;
import dev.truce.story.page.Part.Datum;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints pages for programs. */
public final class JsonPrinter {
    /** Returns a page as JSON on one line. */
    public String text(Page page) {
        return Json.write(object(page));
    }

    public Map<String, Object> object(Page page) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (Datum datum : page.data()) {
            put(object, datum.path(), datum.value());
        }
        return object;
    }

    @SuppressWarnings("unchecked")
    private void put(Map<String, Object> object, List<String> path, @Nullable Object value) {
        String name = path.get(0);
        if (path.size() == 1) {
            object.put(name, value instanceof Page page ? object(page) : value);
        } else {
            Object inner = object.computeIfAbsent(name, key -> new LinkedHashMap<String, Object>());
            put((Map<String, Object>) inner, path.subList(1, path.size()), value);
        }
    }
}

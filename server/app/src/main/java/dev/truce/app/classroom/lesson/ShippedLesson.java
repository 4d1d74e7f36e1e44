package dev.truce.app.classroom.lesson;

import dev.truce.story.print.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A lesson that ships: a template of a class with good values, and no need to write one.
 *
 * @param id its name in files and addresses
 * @param values of the template, by their keys, in its order
 */
public record ShippedLesson(String id, Map<String, String> values) {
    private static final List<String> IDS = List.of("45-minutes", "90-minutes", "a-week");

    /** What a value may be without quotation marks. */
    private static final String PLAIN = "[A-Za-z0-9][A-Za-z0-9. -]{0,60}";

    private static final List<ShippedLesson> ALL =
            IDS.stream().map(ShippedLesson::read).toList();

    public ShippedLesson {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** All lessons, the shortest first. They are read from their files once. */
    public static List<ShippedLesson> all() {
        return ALL;
    }

    public static Optional<ShippedLesson> find(String id) {
        return ALL.stream().filter(lesson -> lesson.id().equals(id)).findFirst();
    }

    private static ShippedLesson read(String id) {
        Map<String, String> values = new LinkedHashMap<>();
        try (InputStream in = ShippedLesson.class.getResourceAsStream(id + ".yaml")) {
            String text = new String(Objects.requireNonNull(in, id).readAllBytes(), StandardCharsets.UTF_8);
            text.lines().forEach(line -> {
                int colon = line.indexOf(": ");
                values.put(line.substring(0, colon), line.substring(colon + 2));
            });
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return new ShippedLesson(id, values);
    }

    /**
     * Returns the template of a class that has this lesson.
     *
     * @param chosen values in place of those that ship, by the names of {@link LessonField}; what names none of them is left alone
     */
    public String template(Map<String, String> chosen) {
        Map<String, String> all = new LinkedHashMap<>(values);
        new TreeMap<>(chosen)
                .forEach((name, value) ->
                        LessonField.find(name).ifPresent(field -> field.keys().forEach(key -> all.put(key, value))));
        StringBuilder text = new StringBuilder();
        all.forEach((key, value) -> text.append(key)
                .append(": ")
                .append(value.matches(PLAIN) && !key.equals(LessonField.TITLE.key()) ? value : Json.write(value))
                .append('\n'));
        return text.toString();
    }
}

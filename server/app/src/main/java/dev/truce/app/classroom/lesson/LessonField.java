package dev.truce.app.classroom.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an instructor chooses of a lesson. Everything else is as it ships. */
public enum LessonField {
    /** What the class is called. */
    TITLE(List.of("title"), List.of()),
    /** From which day it goes on; the server says which there are. */
    SCENARIO(List.of("scenario"), List.of()),
    /** How many sit on each side of a table. */
    SEATS(List.of("us_seats", "cn_seats"), List.of("1", "2", "3", "4", "5")),
    ROUNDS(List.of("rounds"), List.of("3", "4", "5", "6", "7", "8", "10", "12")),
    /** How long each is open. */
    MINUTES(List.of("minutes"), List.of("1", "2", "3", "4", "5", "8", "10", "15", "1440", "2880")),
    /** How students come in. */
    ENTRY(List.of("entry"), List.of("key", "list")),
    /** Who opens a round. */
    OPEN(List.of("open"), List.of("auto", "desk")),
    /** In which language students are called. */
    LANGUAGE(List.of("language"), List.of("en", "zh"));

    private final List<String> keys;
    private final List<String> options;

    LessonField(List<String> keys, List<String> options) {
        this.keys = keys;
        this.options = options;
    }

    static Optional<LessonField> find(String name) {
        return Arrays.stream(values())
                .filter(field -> field.word().equals(name))
                .findFirst();
    }

    /** Returns its name for programs. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the first key of a template that it gives. */
    public String key() {
        return keys.get(0);
    }

    List<String> keys() {
        return keys;
    }

    /** What may be chosen; empty for a text, and for what the server knows. */
    public List<String> options() {
        return options;
    }
}

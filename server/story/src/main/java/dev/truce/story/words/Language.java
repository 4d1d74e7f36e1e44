package dev.truce.story.words;

import dev.truce.engine.scenario.Titles;
import java.util.Locale;
import java.util.Optional;

/** A language in which the game can be played. */
public enum Language {
    /** English. */
    EN(Locale.ENGLISH),
    /** Simplified Chinese. */
    ZH(Locale.SIMPLIFIED_CHINESE);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The locale of its texts. */
    public Locale locale() {
        return locale;
    }

    /** Returns the word that chooses it: {@code en} or {@code zh}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns a text of a scenario in this language. */
    public String of(Titles titles) {
        return this == EN ? titles.english() : titles.chinese();
    }

    /** Finds a language by its word, in any case. */
    public static Optional<Language> find(String typed) {
        for (Language language : values()) {
            if (language.word().equalsIgnoreCase(typed)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}

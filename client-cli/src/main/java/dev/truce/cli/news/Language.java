package dev.truce.cli.news;

import java.util.Locale;
import java.util.Optional;

/** A language in which news can be read. */
public enum Language {
    /** English. */
    EN(Locale.ENGLISH),
    /** Simplified Chinese. */
    ZH(Locale.SIMPLIFIED_CHINESE);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }

    /** Returns the word that chooses it: {@code en} or {@code zh}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
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

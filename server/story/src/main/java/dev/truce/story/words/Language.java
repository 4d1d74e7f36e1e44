package dev.truce.story.words;

import dev.truce.engine.scenario.Titles;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A language in which the game can be played. */
public enum Language {
    /** English. */
    EN(Locale.ENGLISH, true, "en(-[a-z]{2})?"),
    /** Simplified Chinese. */
    ZH(Locale.SIMPLIFIED_CHINESE, true, "zh(-hans)?(-cn|-sg)?");

    private final Locale locale;
    private final boolean whole;
    private final Pattern names;

    Language(Locale locale, boolean whole, String names) {
        this.locale = locale;
        this.whole = whole;
        this.names = Pattern.compile(names);
    }

    /** The locale of its texts. */
    public Locale locale() {
        return locale;
    }

    /** Whether every text of the game is in it; where a language has no text, the English one stands. */
    public boolean isWhole() {
        return whole;
    }

    /** Returns the word that chooses it: {@code en} or {@code zh}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the words that choose a language. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Language::word).toList();
    }

    /** Returns a text of a scenario in this language. */
    public String of(Titles titles) {
        return this == ZH ? titles.chinese() : titles.english();
    }

    /** Finds a language by its word, or by the name of a locale that has it, such as {@code zh_CN} or {@code zh-Hans}, in any case. */
    public static Optional<Language> find(String typed) {
        String name = typed.strip().replace('_', '-').replaceFirst("\\..*", "").toLowerCase(Locale.ROOT);
        for (Language language : values()) {
            if (language.names.matcher(name).matches()) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}

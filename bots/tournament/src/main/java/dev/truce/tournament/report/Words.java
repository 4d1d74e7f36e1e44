package dev.truce.tournament.report;

import dev.truce.story.bundles.Bundles;
import dev.truce.story.words.Language;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.SortedSet;
import java.util.TreeSet;

/** The texts of results, of their page and its pictures, in one language. Patterns are those of {@link String#format}. */
final class Words {
    /** A longer list is not read. */
    private static final int MAX_LISTED = 12;

    private final Language language;
    private final ResourceBundle bundle;

    private Words(Language language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(
                "dev.truce.tournament.report.words",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Returns the texts of a language. */
    static Words in(Language language) {
        return new Words(language);
    }

    /** The language of the texts. */
    Language language() {
        return language;
    }

    /**
     * Returns a text, its own or one of those that all topics share.
     *
     * @param key its key
     * @param arguments what its pattern names
     * @throws java.util.NoSuchElementException if there is no such key
     */
    String of(String key, Object... arguments) {
        return bundle.containsKey(key)
                ? String.format(Locale.ROOT, bundle.getString(key), arguments)
                : Bundles.of(language).of(key, arguments);
    }

    /** Returns all keys of its own, sorted. */
    SortedSet<String> keys() {
        return new TreeSet<>(bundle.keySet());
    }

    /** Returns names with commas between them; of many, the first and how many more there are. */
    String list(Iterable<String> names) {
        StringBuilder text = new StringBuilder();
        int count = 0;
        for (String name : names) {
            if (count < MAX_LISTED) {
                text.append(count == 0 ? "" : ", ").append(name);
            }
            count++;
        }
        return count > MAX_LISTED ? of("list.more", text, count - MAX_LISTED) : text.toString();
    }
}

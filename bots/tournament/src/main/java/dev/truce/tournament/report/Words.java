package dev.truce.tournament.report;

import dev.truce.story.bundles.Bundles;
import dev.truce.story.words.Language;
import dev.truce.story.words.Phrases;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.SortedSet;
import java.util.TreeSet;

/** The texts of results, of their page and its pictures, in one language. Patterns are those of {@link String#format}. */
public final class Words {
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
    public static Words in(Language language) {
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
    public String of(String key, Object... arguments) {
        return bundle.containsKey(key)
                ? String.format(Locale.ROOT, bundle.getString(key), arguments)
                : Bundles.of(language).of(key, arguments);
    }

    /** Returns all keys of its own, sorted. */
    SortedSet<String> keys() {
        return new TreeSet<>(bundle.keySet());
    }

    /** Returns parts of one sentence. */
    String parts(List<String> parts) {
        return Bundles.of(language).parts(parts);
    }

    /** Returns names as a sentence lists them; of many, the first and how many more there are. */
    public String list(List<String> names) {
        Phrases phrases = Bundles.of(language);
        int more = names.size() - MAX_LISTED;
        return more > 0 ? of("list.more", phrases.row(names.subList(0, MAX_LISTED)), more) : phrases.list(names);
    }

    /** Returns names in a row that stand in a cell of a table, with a blank between them. */
    String row(String names) {
        return Bundles.of(language).row(List.of(names.split(" ", -1)));
    }
}

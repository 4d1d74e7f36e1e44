package dev.truce.tournament.report;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.SortedSet;
import java.util.TreeSet;

/** The texts of the page and its pictures. Patterns are those of {@link String#format}. */
final class Words {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("dev.truce.tournament.report.words", Locale.ROOT);

    private Words() {}

    /**
     * Returns a text.
     *
     * @param key its key
     * @param arguments what its pattern names
     * @throws java.util.MissingResourceException if there is no such key
     */
    static String of(String key, Object... arguments) {
        return String.format(Locale.ROOT, BUNDLE.getString(key), arguments);
    }

    /** Returns all keys, sorted. */
    static SortedSet<String> keys() {
        return new TreeSet<>(BUNDLE.keySet());
    }

    /** Returns names with commas between them; of many, the first and how many more there are. */
    static String list(Iterable<String> names) {
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

    /** A longer list is not read. */
    private static final int MAX_LISTED = 12;
}

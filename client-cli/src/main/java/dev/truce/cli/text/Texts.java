package dev.truce.cli.text;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The bundle of all texts, so that another language is another file. Patterns are those of {@link String#format}; order
 * words, codes and JSON keys are the same in every language and stand in the code.
 */
public final class Texts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.truce.cli.messages", Locale.ENGLISH);

    private Texts() {}

    /**
     * Returns a text.
     *
     * @param key its key
     * @param arguments what its pattern names
     * @throws java.util.MissingResourceException if the bundle has no such key
     */
    public static String of(String key, Object... arguments) {
        return String.format(Locale.ROOT, BUNDLE.getString(key), arguments);
    }

    /** Returns whether the bundle has a key. */
    public static boolean has(String key) {
        return BUNDLE.containsKey(key);
    }

    /** Returns all keys, sorted. */
    public static SortedSet<String> keys() {
        return new TreeSet<>(BUNDLE.keySet());
    }

    /** Returns the bundle, for the command line parser. */
    public static ResourceBundle bundle() {
        return BUNDLE;
    }
}

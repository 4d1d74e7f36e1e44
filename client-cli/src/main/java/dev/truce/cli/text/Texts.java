package dev.truce.cli.text;

import dev.truce.engine.scenario.Scenario;
import dev.truce.protocol.text.SafeText;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.words.Language;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.Wording;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The bundle of all texts but those of the topics, so that another language is another file. Patterns are those of {@link String#format}; order
 * words, codes and JSON keys are the same in every language and stand in the code.
 */
public final class Texts {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.truce.cli.messages", Locale.ENGLISH);

    /** Longest text of somebody else that is shown. */
    private static final int STRANGERS_MAX = 280;

    private Texts() {}

    /**
     * Returns a text.
     *
     * @param key its key
     * @param arguments what its pattern names
     * @throws java.util.NoSuchElementException if there is no such key
     */
    public static String of(String key, Object... arguments) {
        return BUNDLE.containsKey(key)
                ? String.format(Locale.ROOT, BUNDLE.getString(key), arguments)
                : phrases().of(key, arguments);
    }

    /** Returns the texts of what the topics tell, in the language of the screens. */
    public static Phrases phrases() {
        return Bundles.of(Language.EN);
    }

    /** Returns how the things of a scenario are written in that language; text of strangers is made safe. */
    public static Wording wording(Scenario scenario) {
        return new Wording(scenario, phrases(), text -> SafeText.line(text, STRANGERS_MAX));
    }

    /** Returns whether there is a text with a key, here or among those of the topics. */
    public static boolean has(String key) {
        return BUNDLE.containsKey(key) || phrases().has(key);
    }

    /** Returns all keys of the client's own texts, sorted. */
    public static SortedSet<String> keys() {
        return new TreeSet<>(BUNDLE.keySet());
    }

    /** Returns the bundle, for the command line parser. */
    public static ResourceBundle bundle() {
        return BUNDLE;
    }
}

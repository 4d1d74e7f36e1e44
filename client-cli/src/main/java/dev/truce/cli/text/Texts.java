package dev.truce.cli.text;

import dev.truce.engine.Limits;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.scenario.Titles;
import dev.truce.protocol.text.SafeText;
import dev.truce.story.bundles.Bundles;
import dev.truce.story.delegation.SeatWords;
import dev.truce.story.words.Language;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.RefusalWords;
import dev.truce.story.words.Wording;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The bundles of all texts but those of the topics, one for each whole language, so that another language is another file. A program
 * has one reader, so one language: it is chosen once, before the command line is read. Patterns are those of {@link
 * String#format}; order words, codes and JSON keys are the same in every language and stand in the code.
 */
public final class Texts {
    private static final Map<Language, ResourceBundle> BUNDLES = read();

    /** Longest text of somebody else that is shown. */
    private static final int MAX_STRANGERS = Limits.MAX_TEXT_CHARACTERS;

    private static volatile Language language = Language.EN;

    private Texts() {}

    private static Map<Language, ResourceBundle> read() {
        Map<Language, ResourceBundle> bundles = new EnumMap<>(Language.class);
        for (Language each : Language.values()) {
            // A language that has no file of its own here has the English texts.
            Locale locale = each.isWhole() ? each.locale() : Locale.ENGLISH;
            bundles.put(
                    each,
                    ResourceBundle.getBundle(
                            "dev.truce.cli.messages",
                            locale,
                            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
        }
        return bundles;
    }

    /** Chooses the language of all texts from now on. */
    public static void speak(Language chosen) {
        language = chosen;
    }

    /** The language of all texts. */
    public static Language language() {
        return language;
    }

    /**
     * Returns a text.
     *
     * @param key its key
     * @param arguments what its pattern names
     * @throws java.util.NoSuchElementException if there is no such key
     */
    public static String of(String key, Object... arguments) {
        return bundle().containsKey(key)
                ? String.format(Locale.ROOT, bundle().getString(key), arguments)
                : phrases().of(key, arguments);
    }

    /** Returns things as a sentence lists them, for example {@code a, b and c}. */
    public static String list(List<String> things) {
        return phrases().list(things);
    }

    /** Returns a text of a scenario in the language of the screens. */
    public static String of(Titles titles) {
        return language.of(titles);
    }

    /** Returns why something was refused, in the language of the screens, fit to be shown: part of it may be a stranger's. */
    public static String of(Refusal refusal) {
        return SafeText.line(RefusalWords.of(phrases(), refusal), MAX_STRANGERS);
    }

    /** Returns the texts of what the topics tell, in the language of the screens. */
    public static Phrases phrases() {
        return Bundles.of(language);
    }

    /** Returns how the things of a scenario are written in that language; text of strangers is made safe. */
    public static Wording wording(Scenario scenario) {
        return new Wording(scenario, phrases(), Texts::safe);
    }

    /** Returns how seats of a delegation are called in that language. */
    public static SeatWords seats() {
        return new SeatWords(phrases(), Texts::safe);
    }

    /** Returns text of a stranger, fit to be shown: on one line and not too long. */
    public static String safe(String text) {
        return SafeText.line(text, MAX_STRANGERS);
    }

    /** Returns whether there is a text with a key, here or among those of the topics. */
    public static boolean has(String key) {
        return bundle().containsKey(key) || phrases().has(key);
    }

    /** Returns all keys of the client's own texts, sorted. */
    public static SortedSet<String> keys() {
        return new TreeSet<>(bundle().keySet());
    }

    /** Returns the bundle of the language, for the command line parser. */
    public static ResourceBundle bundle() {
        return bundle(language);
    }

    public static ResourceBundle bundle(Language each) {
        ResourceBundle bundle = BUNDLES.get(each);
        if (bundle == null) {
            throw new IllegalStateException("no texts in " + each);
        }
        return bundle;
    }
}

package dev.truce.story.bundles;

import dev.truce.engine.orders.Refusal;
import dev.truce.story.picture.Svg;
import dev.truce.story.words.Language;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.RefusalWords;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The texts of all languages; where one has no text, the English one stands. */
public final class Bundles {
    private static final Map<Language, Phrases> ALL = read();

    private Bundles() {}

    private static Map<Language, Phrases> read() {
        Map<Language, Phrases> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Map<String, String> texts = new LinkedHashMap<>(own(Language.EN));
            texts.putAll(own(language));
            all.put(language, new Phrases(language, texts));
        }
        return all;
    }

    /** Returns the texts of a language. */
    public static Phrases of(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    /** Returns the texts of all languages. */
    public static List<Phrases> all() {
        return List.copyOf(ALL.values());
    }

    /** Returns why something was refused, in English, for programs and logs. */
    public static String inEnglish(Refusal refusal) {
        return RefusalWords.ofProgram(of(Language.EN), refusal);
    }

    /** Returns a text in English, for files that are in English whatever the language of their reader, and for tests that ask for a key. */
    public static String inEnglish(String key, Object... arguments) {
        return of(Language.EN).of(key, arguments);
    }

    /** Returns the style sheet of web pages, with the colours of their pictures. */
    public static String styles() {
        try (InputStream in = resource("page.css")) {
            return Svg.styles() + new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream resource(String name) {
        InputStream in = Bundles.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("no resource " + name);
        }
        return in;
    }

    /** What the file of a language says. */
    static Map<String, String> own(Language language) {
        String name = "story_" + language.word() + ".properties";
        try (InputStream in = resource(name)) {
            Properties file = new Properties();
            file.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            Map<String, String> patterns = new LinkedHashMap<>();
            file.stringPropertyNames().forEach(key -> patterns.put(key, file.getProperty(key)));
            return patterns;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package dev.truce.tidy;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A file of texts in one language. */
final class Bundle {
    private static final Pattern LANGUAGE = Pattern.compile("(_(en|zh)(_[A-Z]{2})?)?\\.properties");

    private final Path path;
    private final Properties texts = new Properties();

    Bundle(Path path, String text) {
        this.path = path;
        try {
            texts.load(new StringReader(text));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Path path() {
        return path;
    }

    SortedSet<String> keys() {
        return new TreeSet<>(texts.stringPropertyNames());
    }

    String text(String key) {
        return texts.getProperty(key, "");
    }

    boolean isEnglish() {
        return !name().contains("_zh");
    }

    /** Returns the path without language and ending: the same for all languages of a family. */
    String family() {
        return LANGUAGE.matcher(name()).replaceAll("");
    }

    String module() {
        return name().substring(0, name().indexOf("/src/"));
    }

    private String name() {
        return path.toString().replace('\\', '/');
    }
}

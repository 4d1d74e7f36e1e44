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
    private final SortedSet<String> twice = new TreeSet<>();
    private final Properties texts = new Properties() {
        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Object put(Object key, Object text) {
            Object before = super.put(key, text);
            if (before != null) {
                twice.add((String) key);
            }
            return before;
        }
    };

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

    /** The keys that stand more than once: all lines but the last are lost. */
    SortedSet<String> keysTwice() {
        return new TreeSet<>(twice);
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

package dev.truce.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.story.words.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Compares lines with a file beside the test; {@code -Dtest.jvm=-Dgolden=write} writes the files anew. */
public final class Golden {
    private Golden() {}

    /** Returns the languages in which screens are kept: those that are whole. */
    public static List<Language> languages() {
        return Arrays.stream(Language.values()).filter(Language::isWhole).toList();
    }

    /**
     * Compares.
     *
     * @param test the class beside whose name the file lies
     * @param name file name without its ending
     */
    public static void check(Class<?> test, String name, List<String> lines) {
        String text = String.join("\n", lines) + "\n";
        try {
            if ("write".equals(System.getProperty("golden"))) {
                Path file = Path.of("src/test/resources", test.getPackageName().replace('.', '/'), name + ".txt");
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
                return;
            }
            try (InputStream in = test.getResourceAsStream(name + ".txt")) {
                assertThat(in).as("golden file %s.txt", name).isNotNull();
                assertThat(text).isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

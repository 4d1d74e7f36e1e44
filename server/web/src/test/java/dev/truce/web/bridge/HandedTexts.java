package dev.truce.web.bridge;

import dev.truce.story.bundles.Bundles;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** The texts of a language as the page hands them over. */
final class HandedTexts {
    private HandedTexts() {}

    static String of(String language) throws IOException {
        Properties bundle = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Bundles.class.getResourceAsStream("story_" + language + ".properties")),
                StandardCharsets.UTF_8)) {
            bundle.load(in);
        }
        StringBuilder texts = new StringBuilder(language);
        for (String key : bundle.stringPropertyNames()) {
            texts.append('\n')
                    .append(key)
                    .append('=')
                    .append(bundle.getProperty(key).replace('\n', '\r'));
        }
        return texts.toString();
    }
}

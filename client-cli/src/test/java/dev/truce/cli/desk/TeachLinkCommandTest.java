package dev.truce.cli.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.text.Texts;
import dev.truce.story.words.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock("language")
class TeachLinkCommandTest {
    private static final String PAGE = "https://truce.example.edu/";
    /** As long as what lets an instructor in, or a key. */
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

    @TempDir
    private Path folder = Path.of("");

    @AfterEach
    void speakEnglish() {
        Texts.speak(Language.EN);
    }

    /** Output of a service is a log, which others read. */
    @Test
    void onlyATerminalIsToldASecret() throws Exception {
        Path key = Files.writeString(folder.resolve("desk.key"), "k".repeat(43) + "\n");
        for (Language language : Language.values()) {
            Texts.speak(language);
            assertThat(TeachLinkCommand.told(PAGE, key, true))
                    .contains(PAGE + "#/teach/")
                    .containsPattern(SECRET);
            assertThat(TeachLinkCommand.told(PAGE, key, false))
                    .contains("truce class link " + PAGE + " --desk-key " + key)
                    .doesNotContainPattern(SECRET);
        }
    }
}

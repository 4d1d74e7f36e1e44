package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what this build prints, and where it points there is something. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern TRANSCRIPT =
            Pattern.compile("```\\n\\$ \\./truce ([^\\n]+)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theTranscriptIsWhatThisBuildPrints() throws IOException {
        Matcher transcript = TRANSCRIPT.matcher(Files.readString(ROOT.resolve("README.md")));
        assertThat(transcript.find()).isTrue();
        List<String> line = new ArrayList<>(List.of(transcript.group(1).split(" ", -1)));
        line.addAll(List.of("--record", folder.resolve("x.twg").toString()));
        String printed = Typed.line(line.toArray(new String[0])).out();
        int from = 0;
        for (String part : transcript.group(2).split("(?m)^\\.\\.\\.\\n", -1)) {
            if (!part.isBlank()) {
                assertThat(printed.substring(from)).contains(part);
                from = printed.indexOf(part, from) + part.length();
            }
        }
        assertThat(from).isPositive();
    }

    @Test
    void everyLinkOfTheReadmeAndOfPlayingLeadsSomewhere() throws IOException {
        for (String page : List.of("README.md", "docs/playing.md")) {
            Path file = ROOT.resolve(page);
            Matcher link = LINK.matcher(Files.readString(file));
            while (link.find()) {
                assertThat(file.resolveSibling(link.group(1)))
                        .as(page + ": " + link.group(1))
                        .exists();
            }
        }
    }
}

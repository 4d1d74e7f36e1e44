package dev.truce.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site holds all documents, and each of its links leads somewhere. */
class SiteTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"#]*)(?:#([^\"]*))?\"");

    @TempDir
    private Path site = Path.of("");

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }

    @Test
    void allDocumentsAreThereAndNoLinkIsDead() throws IOException {
        int pages = Site.write(ROOT, site);
        for (Path page : files(ROOT.resolve("docs"), ".md")) {
            String name = ROOT.relativize(page).toString().replaceAll("md$", "html");
            assertThat(site.resolve(name)).exists();
        }
        List<String> dead = new ArrayList<>();
        List<Path> written = files(site, ".html");
        for (Path page : written) {
            for (MatchResult link :
                    LINK.matcher(Files.readString(page)).results().toList()) {
                if (link.group(1).contains(":")) {
                    continue;
                }
                Path to = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
                String place = link.group(2);
                if (!Files.isRegularFile(to)
                        || place != null && !Files.readString(to).contains("id=\"" + place + "\"")) {
                    dead.add(site.relativize(page) + ": " + link.group());
                }
            }
        }
        assertThat(dead).isEmpty();
        assertThat(written).hasSizeGreaterThan(pages);
        assertThat(pages).isGreaterThan(60);
    }

    @Test
    void equalDocumentsGiveEqualBytes() throws IOException {
        Site.write(ROOT, site.resolve("first"));
        Site.write(ROOT, site.resolve("second"));
        for (Path page : files(site.resolve("first"), ".html")) {
            assertThat(site.resolve("second").resolve(site.resolve("first").relativize(page)))
                    .hasSameBinaryContentAs(page);
        }
    }

    @Test
    void aPageHasItsTitleAndWhatMarksMeanIsEscaped() throws IOException {
        Path root = Files.createDirectories(site.resolve("root"));
        Files.writeString(
                root.resolve("README.md"),
                "# A & `<b>`\n\n[next](next.md#a-place) [other](https://example.org/x.md)\n");
        Files.writeString(root.resolve("next.md"), "# Next\n\n## A place\n\n| a | b |\n|---|---|\n| 1 | 2 |\n");
        Site.write(root, site.resolve("out"));
        assertThat(Files.readString(site.resolve("out/index.html")))
                .contains(
                        "<title>A &amp; &lt;b&gt;</title>",
                        "href=\"next.html#a-place\"",
                        "href=\"https://example.org/x.md\"");
        assertThat(Files.readString(site.resolve("out/next.html"))).contains("<h2 id=\"a-place\">", "<td>1</td>");
    }

    @Test
    void aDeadLinkIsNamed() throws IOException {
        Path root = Files.createDirectories(site.resolve("root"));
        Files.writeString(root.resolve("README.md"), "# A\n\n[gone](gone.md)\n");
        assertThatThrownBy(() -> Site.write(root, site.resolve("out")))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage("README.md -> [gone.md]");
    }
}

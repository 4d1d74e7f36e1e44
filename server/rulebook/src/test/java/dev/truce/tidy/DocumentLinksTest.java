package dev.truce.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No link of a page is dead, and each page of docs says who should read it and stands in the index. */
class DocumentLinksTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final Path INDEX = ROOT.resolve("docs/README.md");
    private static final List<String> DRAWERS = List.of("learn", "use", "look-up", "why", "evidence");
    private static final Set<String> LEFT_OUT = Set.of("target", ".git", ".idea", "node_modules", "__pycache__");

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s#]*)(?:#([^)\\s]+))?\\)");
    private static final Pattern PLACE = Pattern.compile("<a id=\"([^\"]+)\">");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    /** The name of a page in a text; a name with other folders before it is told from the root of another tree. */
    private static final Pattern NAMED = Pattern.compile(
            "(?<![\\w/.-])(?:\\.\\./)*docs/[\\w/.-]+\\.(?:md|json|png|txt|tsv|ya?ml|service|sha256)\\b");

    /** Files with texts, by the ends of their names; scripts of .ci and the launcher have none. */
    private static final Pattern SOURCE =
            Pattern.compile(".*(?:\\.(?:java|properties|ya?ml|py|sh|json|service|md)|/\\.ci/[a-z-]+)");

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return LEFT_OUT.contains(String.valueOf(folder.getFileName()))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private static List<Path> pages() throws IOException {
        return files().stream().filter(file -> file.toString().endsWith(".md")).toList();
    }

    private static List<Path> pagesOfDrawers() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (String drawer : DRAWERS) {
            try (Stream<Path> files = Files.list(ROOT.resolve("docs").resolve(drawer))) {
                files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
            }
        }
        return pages;
    }

    private static List<MatchResult> links(String text) {
        return LINK.matcher(BLOCK.matcher(text).replaceAll("")).results().toList();
    }

    /** The name of a heading in an address, as hosts of Markdown make it. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    private static List<String> anchors(Path page) throws IOException {
        String text = BLOCK.matcher(Files.readString(page)).replaceAll("");
        return Stream.concat(
                        HEADING.matcher(text).results().map(heading -> anchor(heading.group(1))),
                        PLACE.matcher(text).results().map(place -> place.group(1)))
                .toList();
    }

    /** The links of a page that lead to nothing in its repository. */
    private static List<String> dead(Path page, String text) throws IOException {
        List<String> dead = new ArrayList<>();
        for (MatchResult link : links(text)) {
            String path = link.group(1);
            if (path.contains(":")) {
                continue;
            }
            Path to = path.isEmpty() ? page : page.resolveSibling(path);
            String anchor = link.group(2);
            if (!Files.exists(to) || anchor != null && !anchors(to).contains(anchor)) {
                dead.add(page + ": " + link.group());
            }
        }
        return dead;
    }

    @Test
    void noLinkOfAPageIsDead() throws IOException {
        List<String> dead = new ArrayList<>();
        for (Path page : pages()) {
            dead.addAll(dead(page, Files.readString(page)));
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void aDeadLinkIsFound() throws IOException {
        assertThat(
                        dead(
                                INDEX,
                                "[a](README.md) [b](#documents) [c](https://example.org/gone) [d](learn) [f](use/debrief.md#par)\n```\n[e](x.md)\n```\n"))
                .isEmpty();
        assertThat(dead(INDEX, "[a](gone.md), [b](README.md#gone), [c](#gone)")).hasSize(3);
    }

    @Test
    void eachPageThatAFileNamesIsThere() throws IOException {
        List<String> gone = new ArrayList<>();
        int named = 0;
        for (Path file : files()) {
            // What the changelog says of an older version stays as it was.
            if (!SOURCE.matcher(file.toString().replace('\\', '/')).matches() || file.endsWith("CHANGELOG.md")) {
                continue;
            }
            for (MatchResult name :
                    NAMED.matcher(Files.readString(file)).results().toList()) {
                named++;
                if (!Files.exists(ROOT.resolve(name.group().replace("../", "")))) {
                    gone.add(file + ": " + name.group());
                }
            }
        }
        assertThat(gone).isEmpty();
        assertThat(named).isGreaterThan(100);
    }

    @Test
    void eachPageOfADrawerOpensWithWhoShouldReadItAndStandsInTheIndex() throws IOException {
        List<Path> listed = links(Files.readString(INDEX)).stream()
                .map(link -> INDEX.resolveSibling(link.group(1)).normalize())
                .toList();
        List<Path> pages = pagesOfDrawers();
        assertThat(pages).hasSizeGreaterThan(30);
        for (Path page : pages) {
            assertThat(Files.readString(page))
                    .as(page.toString())
                    .matches("(?s)# [^\n]+\n\n\\*Read this if you [^\n]+\\*\n\n.*");
            assertThat(listed).contains(page.normalize());
        }
    }
}

package dev.truce.tidy;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the rules look at.
 *
 * @param java the Java files of {@code src/main}, tests excluded
 * @param tests the Java files of {@code src/test}
 * @param bundles the files of texts
 * @param pages the pages in Markdown
 * @param banned words that house English does not use
 */
record Tree(List<JavaFile> java, List<JavaFile> tests, List<Bundle> bundles, List<Page> pages, List<Pattern> banned) {
    private static final Set<String> LEFT_OUT = Set.of("target", ".git", ".idea", "node_modules", "__pycache__");

    /** A page in Markdown. */
    record Page(Path path, String text) {}

    /** Reads a repository. */
    static Tree read(Path root) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
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
        files.sort(Comparator.naturalOrder());
        Tree tree =
                new Tree(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Path file : files) {
            Path seen = root.relativize(file);
            String name = seen.toString().replace('\\', '/');
            if (name.contains("/src/main/java/") && name.endsWith(".java")) {
                tree.java.add(new JavaFile(seen, Files.readString(file)));
            } else if (name.contains("/src/test/java/") && name.endsWith(".java")) {
                tree.tests.add(new JavaFile(seen, Files.readString(file)));
            } else if (name.contains("/src/main/resources/dev/truce/")
                    && name.endsWith(".properties")
                    && !name.contains("log4j")) {
                tree.bundles.add(new Bundle(seen, Files.readString(file)));
            } else if (name.endsWith(".md") && (name.startsWith("docs/") || !name.contains("/"))) {
                tree.pages.add(new Page(seen, Files.readString(file)));
            }
        }
        for (String line : Files.readAllLines(root.resolve(".ci/banned-words"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                tree.banned.add(Pattern.compile(line, Pattern.CASE_INSENSITIVE));
            }
        }
        return tree;
    }
}

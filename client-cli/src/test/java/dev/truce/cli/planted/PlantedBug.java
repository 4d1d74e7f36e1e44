package dev.truce.cli.planted;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A bug: a text of one source file in place of another, and the tests of a module of which one has to fail for it.
 *
 * @param name what goes wrong
 * @param file the source, from the root of the repository
 * @param right the text as it is, which occurs once
 * @param wrong the text with the bug
 * @param module whose tests find it
 * @param tests their classes
 * @param campaign whether they take so long that only a campaign runs them
 */
record PlantedBug(
        String name, Path file, String right, String wrong, Path module, List<String> tests, boolean campaign) {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** Reads the list: blocks of lines, parted by an empty line. */
    static List<PlantedBug> all() {
        try (InputStream list = PlantedBug.class.getResourceAsStream("planted-bugs.txt")) {
            String text = new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8);
            List<PlantedBug> bugs = new ArrayList<>();
            for (String block : text.strip().split("\n\n")) {
                bugs.add(read(block.lines().toList()));
            }
            return bugs;
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static PlantedBug read(List<String> lines) {
        boolean campaign = lines.stream().anyMatch(line -> line.startsWith("campaign "));
        String[] tests = value(lines, campaign ? "campaign tests " : "tests ").split(" ", 2);
        return new PlantedBug(
                value(lines, "bug "),
                ROOT.resolve(value(lines, "file ")),
                text(lines, "- "),
                text(lines, "+ "),
                ROOT.resolve(tests[0]),
                List.of(tests[1].split(" ")),
                campaign);
    }

    private static String value(List<String> lines, String word) {
        return lines.stream()
                .filter(line -> line.startsWith(word))
                .map(line -> line.substring(word.length()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no line begins with " + word + " in " + lines));
    }

    private static String text(List<String> lines, String mark) {
        return String.join(
                "\n",
                lines.stream()
                        .filter(line -> line.startsWith(mark) || line.equals(mark.strip()))
                        .map(line -> line.length() < mark.length() ? "" : line.substring(mark.length()))
                        .toList());
    }

    /** Fails unless the text that is to be replaced stands once in its file. */
    void requireText() throws IOException {
        assertThat(Files.readString(file).split(Pattern.quote(right), -1))
                .as("%s: the text stands once in %s", name, file)
                .hasSize(2);
    }

    /** Compiles the file with the bug into a folder, which has to stand before all others in a class path. */
    void plant(Path folder, String classPath) throws IOException {
        requireText();
        Path sources = Files.createDirectories(folder.resolve("sources"));
        Path changed = sources.resolve(Objects.requireNonNull(file.getFileName()));
        Files.writeString(changed, Files.readString(file).replace(right, wrong));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "-proc:none",
                    "-nowarn",
                    "-parameters",
                    "--release",
                    "17",
                    "-cp",
                    classPath,
                    "-d",
                    Files.createDirectories(folder.resolve("classes")).toString());
            boolean compiles = compiler.getTask(said, files, null, options, null, files.getJavaFileObjects(changed))
                    .call();
            assertThat(compiles).as(said.toString()).isTrue();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}

package dev.truce.web.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageFilesTest {
    @TempDir
    Path folder;

    @Test
    void filesCarryTheirHashAndNameEachOtherByIt() throws IOException {
        Path out = built("export const a = 1;");
        String index = Files.readString(out.resolve(names(out).stream()
                .filter(name -> name.endsWith(".html"))
                .findFirst()
                .orElseThrow()));
        String main = index.replaceAll("(?s).*\"\\./(main\\.[0-9a-f]{16}\\.js)\".*", "$1");
        String text = Files.readString(out.resolve(main));
        assertThat(text).containsPattern("from \"\\./other\\.[0-9a-f]{16}\\.js\"");
        assertThat(Files.readString(out.resolve("manifest.json")))
                .contains("\"main.js\": {\"file\": \"" + main
                        + "\", \"type\": \"text/javascript; charset=utf-8\", \"length\": " + text.length() + "}");
        try (InputStream packed = new GZIPInputStream(Files.newInputStream(out.resolve(main + ".gz")))) {
            assertThat(new String(packed.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(text);
        }
    }

    @Test
    void anotherFileGivesOtherNamesAndTheOldOnesGo() throws IOException {
        List<String> before = names(built("export const a = 1;"));
        List<String> after = names(built("export const a = 2;"));
        assertThat(after).hasSameSizeAs(before);
        assertThat(after.stream().filter(before::contains))
                .as("the program has not changed")
                .hasSize(2 + 1)
                .contains("manifest.json")
                .anyMatch(name -> name.matches("truce\\.[0-9a-f]{16}\\.wasm"));
    }

    @Test
    void commentsAreLeftOutAndNoticesStay() throws IOException {
        Path out = built(
                "/*\n * Notice.\n */\n/**\n * What\n */\n// why\nexport const a = 1; // here\n  /** One. */\nexport const b = 2;\n");
        String other = names(out).stream()
                .filter(name -> name.matches("other.*\\.js"))
                .findFirst()
                .orElseThrow();
        assertThat(Files.readString(out.resolve(other)))
                .isEqualTo("/*\n * Notice.\n */\nexport const a = 1; // here\nexport const b = 2;\n");
    }

    @Test
    void theScriptThatKeepsThePageNamesAllThatNeedsNoServer() throws IOException {
        Path page = Files.createDirectories(folder.resolve("page"));
        Files.writeString(page.resolve("index.html"), "");
        Files.writeString(page.resolve("sw.js"), "[\"./all\"]");
        Path out = folder.resolve("out");
        PageFiles.of(page, Map.of(PageFiles.Program.SOLO, new byte[1], PageFiles.Program.WHOLE, new byte[2]))
                .write(out);
        List<String> names = names(out);
        String keeper = names.stream()
                .filter(name -> name.matches("sw\\..*\\.js"))
                .findFirst()
                .orElseThrow();
        String kept = Files.readString(out.resolve(keeper));
        assertThat(names.stream().filter(name -> !name.endsWith(".gz")))
                .hasSize(8)
                .allMatch(name -> name.equals(keeper)
                        || name.startsWith("whole.")
                        || name.equals("manifest.json")
                        || kept.contains("\"./" + name + "\""));
    }

    @Test
    void onlyTextsThatTheProgramCanAskForAreSent() throws IOException {
        Path page = Files.createDirectories(folder.resolve("page"));
        Path out = folder.resolve("out");
        byte[] program = "..\10web.play..\4say...\17explain.elsewhere".getBytes(StandardCharsets.UTF_8);
        PageFiles.of(page, Map.of(PageFiles.Program.SOLO, program)).write(out);
        String texts = names(out).stream()
                .filter(name -> name.matches("story_en.*properties"))
                .findFirst()
                .orElseThrow();
        assertThat(Files.readAllLines(out.resolve(texts)))
                .allMatch(line -> line.startsWith("web.play=") || line.startsWith("say."))
                .anyMatch(line -> line.startsWith("web.play="))
                .anyMatch(line -> line.startsWith("say."));
    }

    private Path built(String other) throws IOException {
        Path page = Files.createDirectories(folder.resolve("page"));
        Files.writeString(page.resolve("index.html"), "<script src=\"./main.js\"></script>");
        Files.writeString(page.resolve("main.js"), "import { a } from \"./other.js\";");
        Files.writeString(page.resolve("other.js"), other);
        Path out = folder.resolve("out");
        PageFiles.of(page, Map.of(PageFiles.Program.SOLO, new byte[] {0, 97, 115, 109}))
                .write(out);
        return out;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}

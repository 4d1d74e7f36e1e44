package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Every bot in shell that a page shows passes the examination; those in Python are examined by the tests of the kit. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class DocumentedBotsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern SHELL = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder = Path.of("");

    /** Returns the pages of the repository, those of what is built left out. */
    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (String part : List.of("docs", "bots", "protocol", "client-cli")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(part))) {
                files.filter(file -> file.toString().endsWith(".md"))
                        .filter(file -> !file.toString().contains("/target/"))
                        .forEach(pages::add);
            }
        }
        pages.add(ROOT.resolve("README.md"));
        return pages;
    }

    @Test
    void everyBotInShellPassesTheExamination() throws IOException {
        int bots = 0;
        for (Path page : pages()) {
            Matcher block = SHELL.matcher(Files.readString(page));
            while (block.find()) {
                if (block.group(1).contains("twiok")) {
                    Path script = Files.writeString(folder.resolve("bot-" + bots++ + ".sh"), block.group(1));
                    Typed examined = Typed.line("check-bot", "--cmd", "sh " + script);
                    assertThat(examined.exit()).as(page + examined.out()).isZero();
                }
            }
        }
        assertThat(bots).isPositive();
    }
}

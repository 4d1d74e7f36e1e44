package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.session.SessionWords;
import dev.truce.engine.text.TextWidth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the frozen scripts print, looked at line by line: it fits the terminal, and Chinese screens have no English sentence. */
class TranscriptsTest {
    private static final Path SCRIPTS = Path.of("src/test/resources/dev/truce/cli/frozen");

    /** JSON, CSV and scenario files are for programs. */
    private static final Pattern FOR_PROGRAMS = Pattern.compile(".*json.*|economy.*|env.*|serve-bot.*|scenario-text.*");

    private static final Pattern SMALL_WORDS = Pattern.compile("(?<![\\w.,-])[A-Za-z]?[a-z]+(?: [a-z]+)+(?![\\w.=-])");

    /** A command line that is typed next. */
    private static final Pattern NEXT = Pattern.compile("下一步：truce .*");

    private static final Pattern THREE_WORDS =
            Pattern.compile("(?<![\\w.,-])[A-Za-z]?[a-z]+(?: [a-z]+){2,}(?![\\w.=-])");

    /** Errors whose sentence comes from a server or from the reader of a file, which say it in English. */
    private static final Pattern SAID_BY_OTHERS = Pattern.compile(
            "^错误 (NAME_TAKEN|ONE_OFFER_A_ROUND|RECORD_[A-Z_]+|NOT_YAML"
                    + "|EXPOSED_WITHOUT_CONSENT|BAD_OPTION|UNKNOWN_KEY|MISSING_KEY|OUT_OF_RANGE|WRONG_TYPE|CARDS_UNREADABLE)：");

    /**
     * What is typed, said by strangers or quoted from a source stands in its own language; so do command lines to type, the other
     * name of a glossary entry, and the levels of an instrument.
     */
    private static final Pattern QUOTED =
            Pattern.compile("\"[^\"]*\"|^(us|cn)> .*|^下一步：truce .*|来源：.*|(truce|explain|vote|try) [a-z0-9 /.-]+"
                    + "|^[\\p{IsHan}A-Z.]+ \\([A-Za-z ]+\\)：|^ *[A-Z0-9]+ .*\\[[\\w-]+\\].*");

    @Test
    void everyLineFitsTheTerminalInEachLanguage() throws IOException {
        List<String> wide = new ArrayList<>();
        int looked = 0;
        for (Path file : files()) {
            if (!FOR_PROGRAMS.matcher(name(file)).matches()) {
                for (String line : printed(file)) {
                    looked++;
                    if (TextWidth.width(line) > TextWidth.SCREEN && !line.startsWith("{") && !isTyped(line)) {
                        wide.add(name(file) + ": " + line);
                    }
                }
            }
        }
        assertThat(looked).isGreaterThan(3_000);
        assertThat(wide).isEmpty();
    }

    /** The echo of what a person typed, which a terminal wraps, and a command to copy, which must not be broken. */
    private static boolean isTyped(String line) {
        return line.startsWith("us> ")
                || line.startsWith("cn> ")
                || line.startsWith("Next: truce ")
                || line.startsWith("下一步：truce ");
    }

    /** Two small words on end are English unless a person could type them: commands, their words, bots. */
    @Test
    void noEnglishIsLeftOnChineseScreens() throws IOException {
        Set<String> typed = new TreeSet<>(SessionWords.all());
        typed.addAll(List.of(
                "truce", "deep", "renew", "for", "by", "unless", "communique", "yes", "no", "change", "round", "back"));
        List<String> english = new ArrayList<>();
        int looked = 0;
        for (Path file : files()) {
            if (!name(file).startsWith("chinese-")) {
                continue;
            }
            for (String line : chineseLines(file)) {
                looked++;
                Matcher words = SMALL_WORDS.matcher(QUOTED.matcher(line).replaceAll(""));
                while (words.find()) {
                    List<String> unknown = new ArrayList<>(List.of(words.group().split(" ")));
                    unknown.removeAll(typed);
                    if (unknown.size() > 1) {
                        english.add(name(file) + ": " + line);
                    }
                }
            }
        }
        assertThat(looked).isGreaterThan(800);
        assertThat(english).isEmpty();
    }

    /** All command lines again, in Chinese: three words on end are English unless a person could type them. */
    @Test
    void everyScriptSpeaksChineseWhenItIsAskedTo() throws IOException, InterruptedException {
        List<String> english = new ArrayList<>();
        List<String> wide = new ArrayList<>();
        int looked = 0;
        for (Path file : files()) {
            if (FOR_PROGRAMS.matcher(name(file)).matches() || name(file).startsWith("chinese-")) {
                continue;
            }
            List<String> lines = new FrozenScript(Files.readAllLines(file), List.of("--lang", "zh")).run();
            boolean isForeign = false;
            for (String line : printed(lines)) {
                looked++;
                if (TextWidth.width(line) > TextWidth.SCREEN && !line.startsWith("{") && !isTyped(line)) {
                    wide.add(name(file) + ": " + line);
                }
                isForeign = SAID_BY_OTHERS.matcher(line).find() || (isForeign && line.startsWith("  "));
                boolean source = name(file).equals("scenario-replay.txt") && line.startsWith("    ");
                if (!source
                        && !isForeign
                        && THREE_WORDS.matcher(withoutCommands(line)).find()) {
                    english.add(name(file) + ": " + line);
                }
            }
        }
        assertThat(looked).isGreaterThan(3_000);
        assertThat(wide).isEmpty();
        assertThat(english).isEmpty();
    }

    private static String withoutCommands(String line) {
        return NEXT.matcher(QUOTED.matcher(line).replaceAll("")).replaceAll("");
    }

    /** The outputs of the command lines of a script that ask for Chinese. */
    private static List<String> chineseLines(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        boolean chinese = false;
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("$ ")) {
                chinese = line.contains("TRUCE_LANG=zh") || line.contains("--lang zh") || line.contains("--lang=zh");
            } else if (chinese && (line.startsWith("> ") || line.startsWith("! "))) {
                lines.add(line.substring(2));
            }
        }
        return lines;
    }

    private static List<String> printed(Path file) throws IOException {
        return printed(Files.readAllLines(file));
    }

    private static List<String> printed(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("> ") || line.startsWith("! "))
                .map(line -> line.substring(2))
                .toList();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            return files.sorted().toList();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}

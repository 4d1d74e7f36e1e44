package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** What is named after a misspelt option is a whole line: the typed one, put right. */
class UnknownOptionsTest {
    /** Options of which another is as near, as --rooms and --rooms-by-key. */
    private static final int MOST_WITHOUT_A_NEAR_WORD = 7;

    @TempDir
    Path folder;

    private static String next(List<String> words) {
        String[] typed = words.toArray(String[]::new);
        ParameterException wrong = catchThrowableOfType(
                ParameterException.class,
                () -> Truce.parser(typed)
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .parseArgs(typed));
        return FaultHandler.fault(wrong, words).fault().next();
    }

    /** All options of a command and of those below it, each with the words before it, among them what the command cannot do without. */
    private static void options(CommandLine command, List<String> path, List<List<String>> found) {
        List<String> before = new ArrayList<>(path);
        for (ArgSpec needed : command.getCommandSpec().requiredArgs()) {
            if (needed instanceof OptionSpec option) {
                before.add(option.longestName());
            }
            String word = needed.paramLabel().equals("ID|FILE") ? "busan-2025" : "tft";
            if (needed.type().isEnum()) {
                word = needed.type().getEnumConstants()[0].toString().toLowerCase(Locale.ROOT);
            }
            before.add(needed.type() == int.class ? "7" : word);
        }
        for (OptionSpec option : command.getCommandSpec().options()) {
            String name = option.longestName();
            if (name.length() > 6 && !option.hidden()) {
                List<String> words = new ArrayList<>(before);
                words.add(name);
                words.add(option.arity().min() > 0 ? option.paramLabel() : "");
                found.add(words);
            }
        }
        command.getSubcommands().forEach((word, below) -> {
            if (!word.equals(below.getCommandName())) {
                return; // an alias
            }
            List<String> words = new ArrayList<>(path);
            words.add(word);
            options(below, words, found);
        });
    }

    @Test
    void theNearestOptionIsNamedWithAllThatTheLineNeeds() {
        List<List<String>> options = new ArrayList<>();
        options(Truce.parser("of-no-command"), List.of(), options);
        assertThat(options).hasSizeGreaterThan(150);
        List<String> withoutANearWord = new ArrayList<>();
        for (List<String> one : options) {
            List<String> path = one.subList(0, one.size() - 2);
            String name = one.get(one.size() - 2);
            String value = one.get(one.size() - 1);
            String right = "truce " + String.join(" ", one.subList(0, one.size() - 1));
            List<String> typed = new ArrayList<>(path);
            typed.add(name + "x");
            String withLabel = value.isEmpty() ? right : right + " " + value;
            String next = next(typed);
            if (next.endsWith(" --help")) {
                withoutANearWord.add(String.join(" ", typed));
            } else {
                assertThat(next).as("%s", typed).isEqualTo(withLabel);
            }
        }
        assertThat(withoutANearWord)
                .as("options with two equally near names")
                .hasSizeLessThanOrEqualTo(MOST_WITHOUT_A_NEAR_WORD);
    }

    @Test
    void aLineKeepsWhatWasRightInIt() {
        assertThat(next(List.of("play", "--recrd", "mine.twg", "--seed", "7")))
                .isEqualTo("truce play --record mine.twg --seed 7");
        assertThat(next(List.of("play", "--recrd"))).isEqualTo("truce play --record FILE");
        assertThat(next(List.of("play", "--recrd=mine.twg"))).isEqualTo("truce play --record=mine.twg");
        assertThat(next(List.of("play", "--recrd", "--seed", "7"))).isEqualTo("truce play --record FILE --seed 7");
        assertThat(next(List.of("verfy", "mine.twg"))).isEqualTo("truce verify mine.twg");
    }

    @Test
    void aWordOutOfAFileOfWordsIsNotLookedForInTheLine() throws IOException {
        for (String option : List.of("--sed 7", "--sed=7", "--sed")) {
            Path words = Files.writeString(folder.resolve("o"), option);
            assertThat(next(List.of("demo", "@" + words))).as(option).isEqualTo("truce demo --help");
        }
    }

    @Test
    void theLineThatIsNamedIsTheTypedOneToAShell() throws IOException, InterruptedException {
        List<String> values = new ArrayList<>(List.of("my record.twg", "a\tb"));
        values.addAll(List.of(
                "$HOME `id` a\"b it's a;b a&b * a|b <a> (a) \\n ~ #a !a ? [a] {a,b} %a ^a \u4e2d plain.twg a=b c:/d,e+f@g-h"
                        .split(" ")));
        for (String value : values) {
            String line = next(List.of("play", "--recrd", value));
            Process shell = new ProcessBuilder("sh").redirectErrorStream(true).start();
            try (OutputStream script = shell.getOutputStream()) {
                script.write(("printf '%s\\0' " + line.substring("truce ".length())).getBytes(StandardCharsets.UTF_8));
            }
            String words = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(shell.waitFor()).isZero();
            assertThat(words.split("\0")).as(line).containsExactly("play", "--record", value);
        }
        assertThat(next(List.of("play", "--recrd", ""))).isEqualTo("truce play --record ''");
        assertThat(next(List.of("play", "--recrd", "mine.twg"))).isEqualTo("truce play --record mine.twg");
    }
}

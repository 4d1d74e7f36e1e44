package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** What is named after a misspelt option is a whole line: the typed one, put right. */
class UnknownOptionsTest {
    private static String next(List<String> words) {
        String[] typed = words.toArray(String[]::new);
        ParameterException wrong = catchThrowableOfType(
                ParameterException.class,
                () -> Truce.parser(typed)
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .parseArgs(typed));
        return FaultHandler.fault(wrong, words).fault().next();
    }

    /** All options of a command and of those below it, each with the words before it. */
    private static void options(CommandLine command, List<String> path, List<List<String>> found) {
        for (OptionSpec option : command.getCommandSpec().options()) {
            String name = option.longestName();
            if (name.length() > 6 && !option.hidden()) {
                List<String> words = new ArrayList<>(path);
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
        for (List<String> one : options) {
            List<String> path = one.subList(0, one.size() - 2);
            String name = one.get(one.size() - 2);
            String value = one.get(one.size() - 1);
            String right = "truce " + String.join(" ", one.subList(0, one.size() - 1));
            List<String> typed = new ArrayList<>(path);
            typed.add(name + "x");
            String withLabel = value.isEmpty() ? right : right + " " + value;
            assertThat(next(typed)).as("%s", typed).isIn(withLabel, "truce " + String.join(" ", path) + " --help");
        }
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
}

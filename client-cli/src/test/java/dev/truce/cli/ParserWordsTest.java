package dev.truce.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.story.words.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Whatever the parser finds wrong with an option of a command is said in the language of the reader, and names the option. */
@Isolated("the language is that of the whole process")
class ParserWordsTest {
    /** Two English words of a sentence; lists of names have commas. */
    private static final Pattern ENGLISH = Pattern.compile("[a-z]{2,} [a-z]{2,}");

    private static final String NOTHING = "\u4e0d";

    /** A mistake in a line, the option that it is about, and what its command cannot do without, which may be named first. */
    private record Mistake(List<String> typed, OptionSpec option, List<ArgSpec> needed) {}

    @AfterEach
    void speakEnglish() {
        Texts.speak(Language.EN);
    }

    private static List<Mistake> mistakes() {
        List<Mistake> mistakes = new ArrayList<>();
        mistakes(Truce.parser("of-no-command"), List.of(), mistakes);
        return mistakes;
    }

    private static void mistakes(CommandLine command, List<String> path, List<Mistake> mistakes) {
        for (OptionSpec option : command.getCommandSpec().options()) {
            String name = option.longestName();
            boolean helps = option.usageHelp() || option.versionHelp();
            List<ArgSpec> needed = command.getCommandSpec().requiredArgs();
            if (option.arity().min() > 0) {
                mistakes.add(new Mistake(with(path, name), option, needed));
            }
            if (option.arity().min() > 0 && !option.typeInfo().isMultiValue()) {
                mistakes.add(new Mistake(with(path, name + "=" + NOTHING), option, needed));
            }
            if (option.arity().max() == 0 && !helps) {
                mistakes.add(new Mistake(with(path, name, name), option, needed));
                mistakes.add(new Mistake(with(path, name + "=" + NOTHING), option, needed));
            }
        }
        for (ArgSpec needed : command.getCommandSpec().requiredArgs()) {
            if (needed instanceof OptionSpec option) {
                mistakes.add(new Mistake(path, option, List.of()));
            }
        }
        command.getSubcommands().forEach((word, below) -> {
            if (word.equals(below.getCommandName())) {
                mistakes(below, with(path, word), mistakes);
            }
        });
    }

    private static List<String> with(List<String> path, String... words) {
        List<String> line = new ArrayList<>(path);
        line.addAll(List.of(words));
        return line;
    }

    /** What is wrong with a line, or null if the parser takes it: some options take any text. */
    private static @Nullable UsageFault fault(List<String> typed) {
        String[] words = typed.toArray(String[]::new);
        try {
            Truce.parser(words).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(words);
            return null;
        } catch (ParameterException wrong) {
            return FaultHandler.fault(wrong, typed).fault();
        }
    }

    @Test
    void noSentenceOfTheParserIsPrinted() {
        Texts.speak(Language.ZH);
        Set<String> english = new TreeSet<>();
        int told = 0;
        for (Mistake mistake : mistakes()) {
            UsageFault fault = fault(mistake.typed());
            if (fault != null) {
                told++;
                if (ENGLISH.matcher(fault.what()).find()) {
                    english.add(mistake.typed() + ": " + fault.what());
                }
            }
        }
        assertThat(told).isGreaterThan(300);
        assertThat(english).isEmpty();
    }

    @Test
    void theOptionIsNamed() {
        int named = 0;
        for (Mistake mistake : mistakes()) {
            UsageFault fault = fault(mistake.typed());
            if (fault != null && fault.code().equals("WRONG_USAGE")) {
                List<String> said = words(fault.field() + " " + fault.what());
                boolean own = Stream.of(mistake.option().names()).anyMatch(said::contains);
                // What must stand there can have blanks and signs in its name.
                boolean needed =
                        mistake.needed().stream().map(ParserWords::name).anyMatch(fault.what()::contains);
                assertThat(own || needed)
                        .as("%s: %s", mistake.typed(), fault.what())
                        .isTrue();
                named += own ? 1 : 0;
            }
        }
        assertThat(named).isGreaterThan(300);
    }

    @Test
    void eachKindOfMistakeHasItsSentence() {
        assertThat(what("play", "--side")).isEqualTo(Texts.of("fault.usage.no-value", "--side", "us|cn"));
        assertThat(what("play", "--side", "eu")).isEqualTo(Texts.of("fault.usage.one-of", "--side", "US, CN", "eu"));
        assertThat(what("play", "--seed", "x")).isEqualTo(Texts.of("fault.usage.whole", "--seed", "x"));
        assertThat(what("play", "--seed", "1", "--seed", "2")).isEqualTo(Texts.of("fault.usage.twice", "--seed"));
        assertThat(what("check-bot")).isEqualTo(Texts.of("fault.usage.missing", "--cmd=COMMAND"));
        assertThat(what("verify")).isEqualTo(Texts.of("fault.usage.missing", "FILE"));
    }

    /** The words of a sentence; an option stands before the sign of its value. */
    private static List<String> words(String sentence) {
        return List.of(sentence.split("[ ,:=']+"));
    }

    private static String what(String... typed) {
        UsageFault fault = fault(List.of(typed));
        assertThat(fault).as("%s", List.of(typed)).isNotNull();
        return fault == null ? "" : fault.what();
    }
}

package dev.truce.cli;

import dev.truce.cli.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;

/** What the parser of the command line finds wrong, in the language of the reader: the parser itself knows English only. */
final class ParserWords {
    /** What is said of each kind of mistake; any other kind is about a value. */
    private static final Map<Class<?>, BiFunction<ParameterException, List<String>, String>> KINDS = Map.of(
            OverwrittenOptionException.class,
            (wrong, typed) ->
                    Texts.of("fault.usage.twice", name(((OverwrittenOptionException) wrong).getOverwritten())),
            MissingParameterException.class,
            (wrong, typed) -> missing(((MissingParameterException) wrong).getMissing(), typed),
            MaxValuesExceededException.class,
            ParserWords::flag);

    private ParserWords() {}

    /**
     * Returns what is wrong with a line.
     *
     * @param wrong what the parser found; its kind, argument and value are read, its sentence is not
     * @param typed the words of the line
     */
    static String of(ParameterException wrong, List<String> typed) {
        return KINDS.getOrDefault(wrong.getClass(), ParserWords::value).apply(wrong, typed);
    }

    /** A value after an option that takes none; of that mistake alone the parser does not say where it is. */
    private static String flag(ParameterException wrong, List<String> typed) {
        return wrong.getCommandLine().getCommandSpec().options().stream()
                .filter(option -> option.arity().max() == 0 && isTyped(option, typed))
                .findFirst()
                .map(option -> Texts.of("fault.usage.no-place", name(option)))
                .orElse(Texts.of("fault.usage"));
    }

    private static String missing(List<ArgSpec> arguments, List<String> typed) {
        if (arguments.size() == 1 && isTyped(arguments.get(0), typed)) {
            return Texts.of(
                    "fault.usage.no-value",
                    name(arguments.get(0)),
                    arguments.get(0).paramLabel());
        }
        List<String> names = arguments.stream()
                .map(argument -> argument.isOption() ? name(argument) + "=" + argument.paramLabel() : name(argument))
                .toList();
        return Texts.of("fault.usage.missing", Texts.phrases().row(names));
    }

    private static boolean isTyped(ArgSpec argument, List<String> typed) {
        return argument.isOption()
                && List.of(((OptionSpec) argument).names()).stream()
                        .anyMatch(name ->
                                typed.stream().anyMatch(word -> word.equals(name) || word.startsWith(name + "=")));
    }

    private static String value(ParameterException wrong, List<String> typed) {
        ArgSpec argument = wrong.getArgSpec();
        if (argument == null) {
            return Texts.of("fault.usage");
        }
        Class<?> type = argument.typeInfo().isMultiValue()
                ? argument.auxiliaryTypes()[0]
                : argument.typeInfo().getType();
        String value = String.valueOf(wrong.getValue());
        if (type.isEnum()) {
            return Texts.of("fault.usage.one-of", name(argument), legal(type), value);
        }
        boolean isWhole =
                List.of(int.class, Integer.class, long.class, Long.class).contains(type);
        return Texts.of(isWhole ? "fault.usage.whole" : "fault.usage.value", name(argument), value);
    }

    private static String legal(Class<?> type) {
        List<String> names = new ArrayList<>();
        for (Object constant : type.getEnumConstants()) {
            names.add(constant.toString());
        }
        return Texts.phrases().row(names);
    }

    /** Returns what an argument is called in a line. */
    static String name(ArgSpec argument) {
        return argument.isOption() ? ((OptionSpec) argument).names()[0] : argument.paramLabel();
    }
}

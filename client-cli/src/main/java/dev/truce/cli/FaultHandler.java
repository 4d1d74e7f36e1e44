package dev.truce.cli;

import dev.truce.cli.fault.FaultException;
import dev.truce.cli.fault.WrongValue;
import dev.truce.cli.option.Settings;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.text.NearWord;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Prints why a command did not do what was asked, and chooses the exit code: the one place for all commands. */
public final class FaultHandler implements IExecutionExceptionHandler, IParameterExceptionHandler {
    /** Words that mean the same to every shell without quotes. */
    private static final Pattern PLAIN = Pattern.compile("[\\w./:=@,+-]+");

    @Override
    public int handleExecutionException(Exception thrown, CommandLine line, ParseResult parsed) {
        ParseResult own = line.getParseResult();
        if (own.hasMatchedOption("--debug") || parsed.hasMatchedOption("--debug")) {
            thrown.printStackTrace();
        }
        FaultException told = thrown instanceof FaultException fault
                ? fault
                : FaultException.failed(UsageFault.of(
                        "INTERNAL",
                        Texts.of("fault.internal", String.valueOf(thrown.getMessage())),
                        Texts.of("fault.unchanged.files"),
                        Texts.of("fault.next.debug")));
        return print(told, own.hasMatchedOption("--json"));
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        return print(fault(wrong, List.of(arguments)), List.of(arguments).contains("--json"));
    }

    /** Prints a fault and returns its exit code. */
    public static int print(FaultException fault, boolean json) {
        new Settings().printer(json).fault(fault.fault());
        return fault.exitCode();
    }

    /** Returns what is wrong with a line, and what would be right. */
    static FaultException fault(ParameterException wrong, List<String> arguments) {
        CommandSpec command = wrong.getCommandLine().getCommandSpec();
        if (wrong.getCause() instanceof FaultException fault) {
            return fault;
        }
        if (wrong.getCause() instanceof WrongValue value) {
            return value.at(place(wrong.getArgSpec(), command));
        }
        if (wrong instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unmatched(unmatched.getUnmatched().get(0), command, arguments);
        }
        return usage(ParserWords.of(wrong, arguments), command.qualifiedName() + " --help");
    }

    private static FaultException unmatched(String typed, CommandSpec command, List<String> arguments) {
        boolean isOption = typed.startsWith("-");
        List<String> known = isOption
                ? command.options().stream()
                        .flatMap(option -> List.of(option.names()).stream())
                        .toList()
                : List.copyOf(command.subcommands().keySet());
        int sign = typed.indexOf('=');
        String word = isOption && sign > 0 ? typed.substring(0, sign) : typed;
        String what = isOption ? "fault.option" : known.isEmpty() ? "fault.word" : "fault.command";
        String next = NearWord.one(word, known)
                // A word out of a file of words, @file, is not among the typed ones.
                .filter(near -> arguments.contains(typed))
                .map(near -> corrected(arguments, typed, near + typed.substring(word.length()), command))
                .orElse(command.qualifiedName() + " --help");
        return usage(Texts.of(what, typed), next);
    }

    /** The typed line with one word put right, and what has to follow it if nothing does. */
    private static String corrected(List<String> arguments, String typed, String right, CommandSpec command) {
        int at = arguments.indexOf(typed);
        List<String> words =
                arguments.stream().map(FaultHandler::quoted).collect(Collectors.toCollection(ArrayList::new));
        words.set(at, quoted(right));
        OptionSpec option = command.findOption(right);
        boolean isLast = at + 1 == arguments.size() || arguments.get(at + 1).startsWith("-");
        if (option != null && option.arity().min() > 0 && isLast) {
            words.add(at + 1, option.paramLabel());
        }
        return command.root().qualifiedName() + " " + String.join(" ", words);
    }

    /** A word as a shell takes it for one word and changes nothing in it. */
    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private static FaultException usage(String what, String next) {
        return FaultException.usage(UsageFault.unstarted("WRONG_USAGE", what, next));
    }

    private static WrongValue.Place place(@Nullable ArgSpec argument, CommandSpec command) {
        return argument instanceof OptionSpec option
                ? WrongValue.Place.option(option.names()[0])
                : new WrongValue.Place(command.qualifiedName() + " ", argument == null ? "" : argument.paramLabel());
    }
}

package dev.truce.cli;

import dev.truce.cli.fault.FaultException;
import dev.truce.cli.fault.WrongValue;
import dev.truce.cli.option.Settings;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.text.NearWord;
import java.util.List;
import java.util.Optional;
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
        return print(fault(wrong), List.of(arguments).contains("--json"));
    }

    /** Prints a fault and returns its exit code. */
    public static int print(FaultException fault, boolean json) {
        new Settings().printer(json).fault(fault.fault());
        return fault.exitCode();
    }

    private static FaultException fault(ParameterException wrong) {
        CommandSpec command = wrong.getCommandLine().getCommandSpec();
        if (wrong.getCause() instanceof FaultException fault) {
            return fault;
        }
        if (wrong.getCause() instanceof WrongValue value) {
            return value.at(place(wrong.getArgSpec(), command));
        }
        if (wrong instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unmatched(unmatched.getUnmatched().get(0), command);
        }
        String message = String.valueOf(wrong.getMessage()).replaceAll("\\s+", " ");
        return usage(ParserWords.of(message.replaceAll("\\.$", "")), command.qualifiedName() + " --help");
    }

    private static FaultException unmatched(String typed, CommandSpec command) {
        boolean isOption = typed.startsWith("-");
        List<String> known = isOption
                ? command.options().stream()
                        .flatMap(option -> List.of(option.names()).stream())
                        .toList()
                : List.copyOf(command.subcommands().keySet());
        Optional<String> near = NearWord.one(typed, known);
        String what = isOption ? "fault.option" : known.isEmpty() ? "fault.word" : "fault.command";
        return usage(Texts.of(what, typed), command.qualifiedName() + " " + near.orElse("--help"));
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

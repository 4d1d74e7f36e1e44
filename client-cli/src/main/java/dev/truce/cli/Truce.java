package dev.truce.cli;

import dev.truce.cli.command.BranchCommand;
import dev.truce.cli.command.CheckBotCommand;
import dev.truce.cli.command.CompareCommand;
import dev.truce.cli.command.DemoCommand;
import dev.truce.cli.command.EnvCommand;
import dev.truce.cli.command.ExitCodes;
import dev.truce.cli.command.FaultException;
import dev.truce.cli.command.JoinCommand;
import dev.truce.cli.command.JournalCommand;
import dev.truce.cli.command.LanguageChoice;
import dev.truce.cli.command.NewsCommand;
import dev.truce.cli.command.ParserWords;
import dev.truce.cli.command.PlayCommand;
import dev.truce.cli.command.PoolCommand;
import dev.truce.cli.command.Program;
import dev.truce.cli.command.RejoinCommand;
import dev.truce.cli.command.ReplayCommand;
import dev.truce.cli.command.ReportCommand;
import dev.truce.cli.command.RoomCommand;
import dev.truce.cli.command.SavedSeat;
import dev.truce.cli.command.ScenarioCommand;
import dev.truce.cli.command.ServeBotCommand;
import dev.truce.cli.command.ServeCommand;
import dev.truce.cli.command.Settings;
import dev.truce.cli.command.TournamentCommand;
import dev.truce.cli.command.TrainCommand;
import dev.truce.cli.command.VerifyCommand;
import dev.truce.cli.economy.EconomyCommand;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.text.NearWord;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The one program: finds the command in its arguments and runs it. Without a command it goes back to the last seat. */
@Command(
        name = "truce",
        versionProvider = Truce.Version.class,
        subcommands = {
            DemoCommand.class,
            PlayCommand.class,
            ServeCommand.class,
            RoomCommand.class,
            JoinCommand.class,
            ServeBotCommand.class,
            CheckBotCommand.class,
            EnvCommand.class,
            VerifyCommand.class,
            JournalCommand.class,
            NewsCommand.class,
            ReplayCommand.class,
            ScenarioCommand.class,
            TournamentCommand.class,
            ReportCommand.class,
            CompareCommand.class,
            BranchCommand.class,
            PoolCommand.class,
            EconomyCommand.class,
            TrainCommand.class
        })
public final class Truce implements Callable<Integer> {
    @Mixin
    private final Settings settings = new Settings();

    @SuppressWarnings("UnusedVariable") // The parser sets it and prints the version by itself.
    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            descriptionKey = "option.version")
    private boolean version;

    private Truce() {}

    /** Runs the command that the arguments name. */
    public static void main(String[] args) {
        Printer.useUtf8();
        System.exit(run(args));
    }

    /** Runs a command and returns its exit code. */
    static int run(String... args) {
        try {
            Texts.speak(LanguageChoice.of(args, System.getenv()));
        } catch (FaultException unknown) {
            new Settings().printer(List.of(args).contains("--json")).fault(unknown.fault());
            return unknown.exitCode();
        }
        CommandLine line = new CommandLine(new Truce())
                .setResourceBundle(Texts.bundle())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(80)
                .setUsageHelpAutoWidth(false)
                .setExecutionExceptionHandler(Truce::failed)
                .setParameterExceptionHandler(Truce::misused);
        return line.execute(args);
    }

    @Override
    public Integer call() throws FaultException, InterruptedException {
        RejoinCommand back = new RejoinCommand(settings);
        Optional<SavedSeat> seat = back.seat();
        if (seat.isPresent()) {
            return back.rejoin(seat.get());
        }
        new CommandLine(new Truce()).setResourceBundle(Texts.bundle()).usage(System.out);
        return ExitCodes.OK;
    }

    private static int failed(Exception thrown, CommandLine line, ParseResult parsed) {
        ParseResult own = line.getParseResult();
        boolean json = own.hasMatchedOption("--json");
        Settings settings = new Settings();
        if (own.hasMatchedOption("--debug") || parsed.hasMatchedOption("--debug")) {
            thrown.printStackTrace();
        }
        if (thrown instanceof FaultException refused) {
            settings.printer(json).fault(refused.fault());
            return refused.exitCode();
        }
        settings.printer(json)
                .fault(UsageFault.of(
                        "INTERNAL",
                        Texts.of("fault.internal", String.valueOf(thrown.getMessage())),
                        Texts.of("fault.unchanged.files"),
                        Texts.of("fault.next.debug")));
        return ExitCodes.FAILED;
    }

    private static int misused(ParameterException wrong, String[] args) {
        CommandLine line = wrong.getCommandLine();
        boolean json = List.of(args).contains("--json");
        String what = ParserWords.of(
                String.valueOf(wrong.getMessage()).replaceAll("\\s+", " ").replaceAll("\\.$", ""));
        String next = line.getCommandSpec().qualifiedName() + " --help";
        if (wrong instanceof CommandLine.UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String typed = unmatched.getUnmatched().get(0);
            List<String> known = typed.startsWith("-")
                    ? line.getCommandSpec().options().stream()
                            .flatMap(option -> List.of(option.names()).stream())
                            .toList()
                    : List.copyOf(line.getSubcommands().keySet());
            Optional<String> near = NearWord.one(typed, known);
            what = Texts.of(typed.startsWith("-") ? "fault.option" : "fault.command", typed);
            if (near.isPresent()) {
                next = line.getCommandSpec().qualifiedName() + " " + near.get();
            }
        }
        new Settings()
                .printer(json)
                .fault(UsageFault.of("WRONG_USAGE", what, Texts.of("fault.unchanged.nothing-started"), next));
        return ExitCodes.USAGE;
    }

    /** The version in the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"truce " + Program.version()};
        }
    }
}

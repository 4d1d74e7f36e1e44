package dev.truce.cli;

import dev.truce.cli.command.BranchCommand;
import dev.truce.cli.command.CheckBotCommand;
import dev.truce.cli.command.CompareCommand;
import dev.truce.cli.command.DemoCommand;
import dev.truce.cli.command.EnvCommand;
import dev.truce.cli.command.ExitCodes;
import dev.truce.cli.command.FaultException;
import dev.truce.cli.command.FaultHandler;
import dev.truce.cli.command.JoinCommand;
import dev.truce.cli.command.JournalCommand;
import dev.truce.cli.command.LanguageChoice;
import dev.truce.cli.command.NewsCommand;
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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
            return FaultHandler.print(unknown, List.of(args).contains("--json"));
        }
        FaultHandler faults = new FaultHandler();
        CommandLine line = new CommandLine(new Truce())
                .setResourceBundle(Texts.bundle())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(80)
                .setUsageHelpAutoWidth(false)
                .setExecutionExceptionHandler(faults)
                .setParameterExceptionHandler(faults);
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

    /** The version in the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"truce " + Program.version()};
        }
    }
}

package dev.truce.cli;

import dev.truce.cli.author.CheckBotCommand;
import dev.truce.cli.author.EnvCommand;
import dev.truce.cli.author.McpCommand;
import dev.truce.cli.author.ScenarioCommand;
import dev.truce.cli.author.ServeBotCommand;
import dev.truce.cli.branch.BranchCommand;
import dev.truce.cli.debrief.DebriefCommand;
import dev.truce.cli.debrief.GradesCommand;
import dev.truce.cli.demo.DemoCommand;
import dev.truce.cli.desk.ClassCommand;
import dev.truce.cli.desk.DeskCommand;
import dev.truce.cli.economy.EconomyCommand;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.operate.DoctorCommand;
import dev.truce.cli.option.AccessibleCommand;
import dev.truce.cli.option.LanguageChoice;
import dev.truce.cli.option.Program;
import dev.truce.cli.option.Settings;
import dev.truce.cli.play.JoinCommand;
import dev.truce.cli.play.PlayCommand;
import dev.truce.cli.play.RejoinCommand;
import dev.truce.cli.play.TutorialCommand;
import dev.truce.cli.record.NewsCommand;
import dev.truce.cli.record.ReplayCommand;
import dev.truce.cli.record.VerifyCommand;
import dev.truce.cli.room.RoomCommand;
import dev.truce.cli.server.JournalCommand;
import dev.truce.cli.server.PageCommand;
import dev.truce.cli.server.ServeCommand;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.terminal.Surroundings;
import dev.truce.cli.text.Texts;
import dev.truce.cli.tournament.ArenaCommand;
import dev.truce.cli.tournament.CompareCommand;
import dev.truce.cli.tournament.DatasetCommand;
import dev.truce.cli.tournament.OracleCommand;
import dev.truce.cli.tournament.PoolCommand;
import dev.truce.cli.tournament.PsroCommand;
import dev.truce.cli.tournament.ReportCommand;
import dev.truce.cli.tournament.TournamentCommand;
import dev.truce.cli.tournament.TrainCommand;
import dev.truce.cli.watch.BoardCommand;
import dev.truce.cli.watch.WatchCommand;
import dev.truce.store.sqlite.SqliteStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one program: finds the command in its arguments and runs it. Without a command it goes back to the last seat. */
@Command(name = "truce", versionProvider = Truce.Version.class)
public final class Truce implements Callable<Integer> {
    /** In the order in which the help lists them. */
    /** Longest that the end waits for a library that is being loaded. */
    private static final long PREPARING_MILLIS = 5_000;

    private static final List<Class<?>> COMMANDS = List.of(
            DemoCommand.class,
            PlayCommand.class,
            TutorialCommand.class,
            ServeCommand.class,
            PageCommand.class,
            RoomCommand.class,
            ClassCommand.class,
            DeskCommand.class,
            JoinCommand.class,
            WatchCommand.class,
            BoardCommand.class,
            ServeBotCommand.class,
            CheckBotCommand.class,
            EnvCommand.class,
            McpCommand.class,
            AccessibleCommand.class,
            VerifyCommand.class,
            DebriefCommand.class,
            GradesCommand.class,
            JournalCommand.class,
            DoctorCommand.class,
            NewsCommand.class,
            ReplayCommand.class,
            ScenarioCommand.class,
            TournamentCommand.class,
            DatasetCommand.class,
            ReportCommand.class,
            CompareCommand.class,
            ArenaCommand.class,
            BranchCommand.class,
            PoolCommand.class,
            OracleCommand.class,
            PsroCommand.class,
            EconomyCommand.class,
            TrainCommand.class);

    /** Those that run a server in this process. */
    private static final Set<Class<?>> HOSTS =
            Set.of(DemoCommand.class, PlayCommand.class, TutorialCommand.class, ServeCommand.class);

    private static final String HELP = "help";

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
        System.exit(run(System.getenv(), args));
    }

    /** Runs a command in an environment and returns its exit code. */
    static int run(Map<String, String> environment, String... args) {
        Surroundings.startedWith(environment);
        try {
            Texts.speak(LanguageChoice.of(args, environment));
        } catch (FaultException unknown) {
            return FaultHandler.print(unknown, List.of(args).contains("--json"));
        }
        Thread preparing = prepare(args);
        FaultHandler faults = new FaultHandler();
        CommandLine line = parser(helpFor(args))
                .setResourceBundle(Texts.bundle())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(80)
                .setUsageHelpAutoWidth(false)
                .setExecutionExceptionHandler(faults)
                .setParameterExceptionHandler(faults);
        int exit = line.setExecutionStrategy(Truce::execute).execute(helpFor(args));
        await(preparing);
        return exit;
    }

    /** Returns {@code --help} after a command for {@code help} before it. */
    private static String[] helpFor(String... args) {
        List<String> words = new ArrayList<>(List.of(args));
        if (words.isEmpty() || !words.get(0).equals(HELP)) {
            return args;
        }
        words.remove(0);
        words.add("--help");
        return words.toArray(String[]::new);
    }

    /** Runs what was parsed. The parser shows help before it looks at words that it does not know; a person who asks about those is told so. */
    private static int execute(ParseResult parsed) {
        for (CommandLine line : parsed.asCommandLineList()) {
            List<String> unknown = line.getUnmatchedArguments();
            if (!unknown.isEmpty()) {
                throw new UnmatchedArgumentException(line, unknown);
            }
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    /** Loads what the journal of a server needs while the command line is read; nothing for a command without a server. */
    private static Thread prepare(String... args) {
        boolean hosts = HOSTS.stream().anyMatch(host -> List.of(args).contains(name(host)));
        Thread preparing = new Thread(hosts ? SqliteStore::prepare : () -> {}, "truce-prepare");
        preparing.setDaemon(true);
        if (hosts) {
            preparing.start();
        }
        return preparing;
    }

    /** A program that ends deletes the library that another thread is just about to load from its folder, which that thread would report. */
    private static void await(Thread preparing) {
        try {
            preparing.join(PREPARING_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns a parser that knows the command that is named, or all: to set up all takes longer than most of them run. */
    static CommandLine parser(String... args) {
        CommandLine program = new CommandLine(new Truce());
        String word = firstWord(program.getCommandSpec(), args);
        List<Class<?>> named =
                COMMANDS.stream().filter(command -> name(command).equals(word)).toList();
        if (word.isEmpty()) {
            // Nothing but the program's own options: its help lists what the commands are called, and needs no more of
            // them.
            COMMANDS.forEach(command -> program.addSubcommand(name(command), CommandSpec.create()));
        } else {
            (named.isEmpty() ? COMMANDS : named).forEach(program::addSubcommand);
        }
        return program;
    }

    private static String name(Class<?> command) {
        return command.getAnnotation(Command.class).name();
    }

    /** Returns the first argument that is neither an option of the program nor the value of one. */
    private static String firstWord(CommandSpec program, String... args) {
        int at = 0;
        while (at < args.length) {
            OptionSpec option = program.findOption(args[at]);
            if (option == null) {
                return args[at];
            }
            at += 1 + option.arity().max();
        }
        return "";
    }

    @Override
    public Integer call() throws FaultException, InterruptedException {
        Optional<Integer> exit = new RejoinCommand(settings, WatchCommand::beside).back();
        if (exit.isPresent()) {
            return exit.get();
        }
        Welcome.lines().forEach(System.out::println);
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

package dev.truce.cli.tournament;

import dev.truce.bot.line.model.RehearsedEndpoint;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.Program;
import dev.truce.cli.option.Settings;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.text.TextWidth;
import dev.truce.story.print.Look;
import dev.truce.story.words.NumberText;
import dev.truce.tournament.plan.Format;
import dev.truce.tournament.plan.Seeds;
import dev.truce.tournament.plan.TournamentPart;
import dev.truce.tournament.report.ResultTopic;
import dev.truce.tournament.report.Results;
import dev.truce.tournament.report.TournamentReport;
import dev.truce.tournament.result.ColumnFiles;
import dev.truce.tournament.result.ExpectedCost;
import dev.truce.tournament.result.MatchReader;
import dev.truce.tournament.result.ModelReplay;
import dev.truce.tournament.result.PairPlayers;
import dev.truce.tournament.result.PairPlayersException;
import dev.truce.tournament.result.Provenance;
import dev.truce.tournament.result.RecordChoice;
import dev.truce.tournament.result.ResultException;
import dev.truce.tournament.result.ResultFolder;
import dev.truce.tournament.result.RunCard;
import dev.truce.tournament.result.TableChoice;
import dev.truce.tournament.result.TournamentRun;
import dev.truce.tournament.result.TournamentSettings;
import dev.truce.tournament.result.TournamentSetup;
import dev.truce.tournament.result.TournamentTables;
import dev.truce.tournament.result.Verifier;
import dev.truce.tournament.row.ComparisonRow;
import dev.truce.tournament.row.FixtureRow;
import dev.truce.tournament.row.SprtRow;
import dev.truce.tournament.row.StandingRow;
import dev.truce.tournament.run.StalledException;
import dev.truce.tournament.stats.Comparison;
import dev.truce.tournament.stats.Sprt;
import dev.truce.tournament.table.TableForm;
import dev.truce.tournament.table.TableRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code truce tournament}: plays bots against each other and writes the results into a folder. */
@Command(
        name = "tournament",
        subcommands = {MergeCommand.class})
public final class TournamentCommand implements Callable<Integer> {
    private static final int CLOSING_SECONDS = 10;

    @Mixin
    private final Settings settings = new Settings();

    @Mixin
    private final TournamentOptions options = new TournamentOptions();

    @Mixin
    private final RunnerOptions runners = new RunnerOptions();

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "option.tournament.out")
    private @Nullable Path out;

    @Option(names = "--resume", paramLabel = "DIR", descriptionKey = "option.tournament.resume")
    private @Nullable Path resume;

    @Option(names = "--verify", paramLabel = "DIR", descriptionKey = "option.tournament.verify")
    private @Nullable Path verify;

    @Option(names = "--dry-run", descriptionKey = "option.tournament.dry-run")
    private boolean isDry;

    @Option(names = "--strict", descriptionKey = "option.tournament.strict")
    private boolean strict;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private boolean isQuiet;

    /**
     * Plays what words of a command line say, and tells the progress only.
     *
     * @return the exit code
     */
    static int quietly(List<String> words) throws FaultException, InterruptedException {
        TournamentCommand command = parsed(words);
        command.isQuiet = true;
        return command.call();
    }

    /** Returns the settings that words of a command line name. */
    static TournamentSettings settings(List<String> words) throws FaultException {
        return parsed(words).options.settings();
    }

    private static TournamentCommand parsed(List<String> words) {
        TournamentCommand command = new TournamentCommand();
        new CommandLine(command)
                .setResourceBundle(Texts.bundle())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .parseArgs(words.toArray(String[]::new));
        return command;
    }

    @Override
    public Integer call() throws FaultException, InterruptedException {
        Path folder = resume != null ? resume : out != null ? out : options.folder();
        try {
            if (verify != null) {
                return verify(verify);
            }
            if (isDry) {
                return rehearse(folder);
            }
            return resume != null ? goOn(folder) : begin(folder);
        } catch (ResultException wrong) {
            throw ResultFaults.of(wrong);
        } catch (IOException broken) {
            throw ResultFaults.of(folder, broken);
        }
    }

    private int begin(Path folder) throws FaultException, IOException, ResultException, InterruptedException {
        TournamentSettings wanted = options.settings();
        Path own = options.isShipped() ? folder : options.ownScenario();
        TournamentSetup setup = SetupReader.of(wanted, own, folder, runners.keepsRunning());
        runners.check(wanted);
        SetupReader.checkSettings(setup);
        requireUnused(folder);
        settings.printer(false).notes(tooFew(wanted));
        setup = setup.announced();
        for (String name : setup.hashedAlone()) {
            settings.printer(false).notes(TextWidth.wrap("", Texts.of("tournament.hash.file", name)));
        }
        RunCard.Program program = Provenance.program(Program.version());
        // Before the folder is there: it may lie in that of a bot.
        List<RunCard.Entrant> entrants = setup.entrants(program.jarSha256());
        try (PairRunner runner = runners.open()) {
            Files.createDirectories(folder);
            if (!options.isShipped()) {
                Files.copy(own, folder.resolve(TournamentSettings.OWN_SCENARIO));
            }
            RunCard card = new RunCard(
                    wanted,
                    entrants,
                    setup.rulesStamp(),
                    program,
                    Provenance.machine(),
                    spec.commandLine().getParseResult().originalArgs(),
                    runner.atATime(),
                    runner.name(),
                    RunCard.State.RUNNING,
                    wanted.plan().pairsInAll(),
                    0,
                    0,
                    now(),
                    "");
            return play(folder, setup, card, runner.players(setup, card), runner::shares);
        }
    }

    /**
     * Refuses a folder that has something in it.
     *
     * @throws FaultException if it has
     */
    void requireUnused(Path folder) throws FaultException, IOException {
        if (Files.exists(folder) && !isEmpty(folder)) {
            boolean isRun = Files.exists(folder.resolve(RunCard.FILE));
            throw FaultException.usage(UsageFault.of(
                            "FOLDER_IN_USE",
                            Texts.of("fault.tournament.folder", folder),
                            Texts.of("fault.unchanged.files"),
                            isRun ? "truce tournament --resume " + folder : "--out " + folder + "-2")
                    .about("--out", ""));
        }
    }

    /** Says what the models of a tournament would cost, without asking one and without writing a file. */
    private int rehearse(Path folder) throws FaultException {
        TournamentSettings wanted = options.settings();
        Path own = options.isShipped() ? folder : options.ownScenario();
        List<String> lines = new ArrayList<>();
        try (TournamentSetup setup = SetupReader.rehearsed(wanted, own, folder)) {
            for (ExpectedCost cost : setup.expectedCosts()) {
                lines.addAll(TextWidth.wrap(
                        "",
                        Texts.of(
                                "tournament.dry-run",
                                cost.bot(),
                                Math.round(cost.calls()),
                                Math.round(cost.tokensIn()),
                                Math.round(cost.tokensOut()),
                                NumberText.hundredth(Math.round(cost.dollars() * 100)))));
            }
        }
        lines.addAll(TextWidth.wrap(
                "",
                Texts.of(
                        "tournament.dry-run.assumed",
                        RehearsedEndpoint.BYTES_OF_TWO_TOKENS,
                        RehearsedEndpoint.REPLY_TOKENS)));
        settings.printer(false).lines(lines);
        return ExitCodes.OK;
    }

    private int goOn(Path folder) throws FaultException, IOException, ResultException, InterruptedException {
        RunCard before = unsealed(ResultFaults.card(folder), folder);
        TournamentSetup setup = SetupReader.of(
                        before.settings(),
                        folder.resolve(TournamentSettings.OWN_SCENARIO),
                        folder,
                        runners.keepsRunning())
                .named(before.names());
        if (!setup.rulesStamp().equals(before.rulesStamp())) {
            throw otherEdition(folder);
        }
        runners.check(before.settings());
        SetupReader.checkSettings(setup);
        RunCard.Program program = Provenance.program(Program.version());
        settings.printer(false).notes(ResultFaults.checkSame(folder, before, program));
        try (PairRunner runner = runners.open()) {
            RunCard card = before.resumedBy(program, Provenance.machine(), runner.atATime(), runner.name());
            return play(folder, setup, card, runner.players(setup, card), runner::shares);
        }
    }

    /**
     * Returns the card with its seed.
     *
     * @throws FaultException if the file does not have it and nobody says it, or says another than was played with
     */
    private RunCard unsealed(RunCard card, Path folder) throws FaultException, IOException, ResultException {
        if (card.state() != RunCard.State.SEALED) {
            return card;
        }
        MasterSeed told = options.seed();
        if (told == null) {
            throw sealed(folder, "fault.tournament.sealed");
        }
        long seed = told.value();
        OptionalLong first = MatchReader.firstSeed(folder);
        if (!card.mayHaveSeed(seed) || (first.isPresent() && first.getAsLong() != Seeds.ofPair(seed, 0))) {
            throw sealed(folder, "fault.tournament.other-seed");
        }
        return card.withSeed(seed);
    }

    private static FaultException sealed(Path folder, String why) {
        return FaultException.usage(UsageFault.of(
                        "SEED_SEALED",
                        Texts.of(why, folder),
                        Texts.of("fault.unchanged.files"),
                        "truce tournament --resume " + folder + " --seed -")
                .about("--seed", ""));
    }

    /** Says before anything is played how many pairs a study needs that cannot tell bots apart, whatever they score. */
    private static List<String> tooFew(TournamentSettings wanted) {
        int bots = wanted.bots().size();
        int comparisons = wanted.format() == Format.GAUNTLET ? bots - 1 : bots * (bots - 1) / 2;
        int least = Comparison.leastPairs(comparisons);
        List<String> lines = new ArrayList<>();
        if (wanted.pairs() < least) {
            lines.addAll(TextWidth.wrap("", Texts.of("tournament.few-pairs", wanted.pairs(), comparisons, least)));
        }
        if (!wanted.sprt().isEmpty()) {
            int sure = Sprt.parse(wanted.sprt()).pairsWithoutSpread();
            if (wanted.plan().pairsInAll() < sure) {
                lines.addAll(TextWidth.wrap("", Texts.of("tournament.few-pairs.sprt", wanted.pairs(), sure)));
            }
        }
        return lines;
    }

    private int verify(Path folder) throws FaultException, IOException, ResultException, InterruptedException {
        RunCard card = ResultFaults.finished(folder);
        Optional<ColumnFiles> columns = SetupReader.columnFiles(card.settings());
        TournamentSetup setup = SetupReader.played(card.settings(), folder.resolve(TournamentSettings.OWN_SCENARIO));
        if (!setup.rulesStamp().equals(card.rulesStamp())) {
            throw otherEdition(folder);
        }
        Verifier.Verified verified = Verifier.verify(folder, card, setup.rules());
        ModelReplay.Replayed models = ModelReplay.of(folder, card, setup.rules());
        if (columns.isPresent()) {
            columns.get().verify(folder, card.settings(), verified.pairs());
        }
        settings.printer(false)
                .lines(TextWidth.wrap(
                        "",
                        Texts.of(
                                card.settings().records() != RecordChoice.NONE
                                        ? "tournament.verified"
                                        : "tournament.verified.tables",
                                2L * verified.pairs(),
                                verified.records(),
                                verified.rows())));
        if (card.settings().hasModel()) {
            settings.printer(false)
                    .lines(TextWidth.wrap(
                            "",
                            Texts.of(
                                    "tournament.verified.models",
                                    2L * models.pairs(),
                                    models.calls(),
                                    2L * models.leftOut())));
        }
        return ExitCodes.OK;
    }

    private static FaultException otherEdition(Path folder) {
        return FaultException.failed(UsageFault.of(
                "OTHER_SCENARIO",
                Texts.of("fault.tournament.edition", folder),
                Texts.of("fault.unchanged.files"),
                Texts.of("fault.next.same-program")));
    }

    /**
     * Plays what is left of a tournament, and writes what follows from it.
     *
     * @param players plays the pairs
     * @param shares says at the end who has played them
     */
    int play(Path folder, TournamentSetup setup, RunCard card, PairPlayers players, Supplier<List<String>> shares)
            throws FaultException, IOException, ResultException, InterruptedException {
        Optional<ColumnFiles> columns = SetupReader.columnFiles(card.settings());
        List<String> words = spec.commandLine().getParseResult().originalArgs();
        boolean isSealed = MasterSeed.isSealed(card, words);
        write(folder, isSealed ? card.at(RunCard.State.SEALED, card.played(), "") : card);
        for (String warning : MasterSeed.warnings(card, words)) {
            settings.printer(false).notes(TextWidth.wrap("", warning));
        }
        boolean redraws = settings.surroundings().canEdit() && !settings.plain();
        TournamentProgress progress = new TournamentProgress(
                System.err,
                card.names(),
                card.planned(),
                redraws,
                !card.settings().sprt().isEmpty(),
                System::nanoTime);
        TournamentRun run = new TournamentRun(card.settings(), card.names(), players);
        CountDownLatch closed = new CountDownLatch(1);
        Thread hook = new Thread(() -> closeOnInterrupt(run, closed), "tournament-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        boolean done = false;
        boolean isTold = false;
        try {
            done = run.play(folder, progress);
            TableChoice tables = card.settings().tables();
            if (done && columns.isPresent() && tables.has(TableForm.PARQUET) && !tables.isParquetAlone()) {
                columns.get().write(folder, card.settings(), progress.pairs());
            }
            boolean isWhole = card.settings().part().isWhole();
            if (done && isWhole) {
                TournamentReport.write(folder, Results.of(folder, card, run.tables()), Texts.language());
            }
            progress.end();
            write(folder, card.at(done ? RunCard.State.FINISHED : RunCard.State.STOPPED, progress.pairs(), now()));
            isTold = true;
            settings.printer(false).notes(shares.get());
            if (!done && !isQuiet) {
                settings.printer(false).notes(stopped(folder, progress.pairs(), card));
            }
        } catch (StalledException stalled) {
            throw FaultException.failed(
                    UsageFault.of(
                            "PAIR_STALLED",
                            Texts.of("fault.tournament.stalled", stalled.pair()),
                            Texts.of("fault.unchanged.files"),
                            "truce tournament --resume " + folder),
                    stalled);
        } catch (PairPlayersException lost) {
            throw PairRunner.fault(lost, "truce tournament --resume " + folder);
        } finally {
            setup.close();
            if (!isTold) {
                // No bot plays any more, and the seed is needed to go on.
                write(folder, card.at(RunCard.State.STOPPED, progress.pairs(), now()));
            }
            closed.countDown();
            unhook(hook);
        }
        if (!done) {
            return ExitCodes.INTERRUPTED;
        } else if (!card.settings().part().isWhole()) {
            settings.printer(false).lines(part(folder, card.settings().part(), progress.pairs()));
            return ExitCodes.OK;
        }
        return tell(folder, card, progress.pairs(), run.tables());
    }

    private static List<String> part(Path folder, TournamentPart part, int pairs) {
        return TextWidth.wrap("", Texts.of("tournament.part.done", part, 2L * pairs, folder));
    }

    private static void closeOnInterrupt(TournamentRun run, CountDownLatch closed) {
        run.stop();
        try {
            if (!closed.await(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                System.err.println(Texts.of("tournament.unclosed"));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void unhook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException closing) {
            // The hook is what led here.
        }
    }

    private static List<String> stopped(Path folder, int pairs, RunCard card) {
        List<String> lines =
                new ArrayList<>(TextWidth.wrap("", Texts.of("tournament.stopped", 2L * pairs, 2L * card.planned())));
        lines.add("truce tournament --resume " + folder);
        if (card.settings().sprt().isEmpty()) {
            lines.addAll(TextWidth.wrap("", Texts.of("tournament.early")));
        }
        return lines;
    }

    private int tell(Path folder, RunCard card, int pairs, TournamentTables tables) {
        if (isQuiet) {
            return ExitCodes.OK;
        }
        TournamentSettings played = card.settings();
        Printer printer = settings.printer(false);
        List<TableRow> standings = StandingRow.TABLE.shown(tables.standings());
        List<String> lines = new ArrayList<>();
        ResultTopic topic = new ResultTopic(Texts.language());
        Look look = settings.look();
        lines.addAll(look.lines(
                topic.standings(played.format(), standings, ComparisonRow.TABLE.shown(tables.comparisons()))));
        if (played.format() == Format.GAUNTLET) {
            lines.addAll(look.lines(topic.gauntlet(FixtureRow.TABLE.shown(tables.fixtures()))));
        }
        if (!played.sprt().isEmpty()) {
            lines.addAll(look.lines(topic.sequential(SprtRow.TABLE.shown(tables.sprt()))));
        }
        int planned = played.plan().pairsInAll();
        lines.addAll(TextWidth.wrap(
                "",
                pairs < planned
                        ? Texts.of("tournament.done.early", 2L * pairs, 2L * planned, folder)
                        : Texts.of("tournament.done", 2L * pairs, folder)));
        if (MasterSeed.isSealed(card, List.of())) {
            lines.addAll(TextWidth.wrap("", Texts.of("tournament.seed.told", played.seed())));
        }
        lines.addAll(TextWidth.wrap("", Texts.of("tournament.next", folder.resolve(TournamentReport.PAGE), folder)));
        printer.lines(lines);
        List<String> warnings = look.lines(topic.warnings(standings));
        printer.notes(warnings);
        return strict && !warnings.isEmpty() ? ExitCodes.FAILED : ExitCodes.OK;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static void write(Path folder, RunCard card) throws IOException {
        ResultFolder.write(folder.resolve(RunCard.FILE), card.json());
    }

    static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}

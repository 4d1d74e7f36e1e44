package dev.truce.cli.tournament;

import dev.truce.bot.BotFactory;
import dev.truce.bot.line.BotName;
import dev.truce.bot.line.ChildLimits;
import dev.truce.bots.Roster;
import dev.truce.cli.connect.EmbeddedServer;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.BotOptions;
import dev.truce.cli.option.ScenarioOption;
import dev.truce.cli.option.Settings;
import dev.truce.cli.option.WholeNumber;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.round.Rules;
import dev.truce.engine.text.TextWidth;
import dev.truce.tournament.oracle.LabTrials;
import dev.truce.tournament.oracle.OracleSettings;
import dev.truce.tournament.oracle.Psro;
import dev.truce.tournament.oracle.PsroFolder;
import dev.truce.tournament.oracle.PsroSettings;
import dev.truce.tournament.row.PsroRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code truce psro}: adds best responses to a roster, role by role, and says what each role should play and how much it may regret. */
@Command(name = "psro")
public final class PsroCommand implements Callable<Integer> {
    private static final String REFERENCE = "reference";
    private static final int MAX_ROSTER = 40;
    /** A policy that is played more rarely than this is not told. */
    private static final double TOLD = .005;

    @Mixin
    private final Settings settings = new Settings();

    @Option(
            names = "--roster",
            paramLabel = "reference|pool|BOT,BOT",
            defaultValue = REFERENCE,
            descriptionKey = "option.psro.roster")
    private String roster = REFERENCE;

    @Option(
            names = "--rounds",
            paramLabel = "K",
            defaultValue = "3",
            descriptionKey = "option.psro.rounds",
            converter = WholeNumber.OracleRounds.class)
    private int rounds;

    @Option(names = "--meta", paramLabel = "nash|uniform", defaultValue = "nash", descriptionKey = "option.psro.meta")
    private PsroSettings.Meta meta = PsroSettings.Meta.NASH;

    @Option(
            names = "--budget",
            paramLabel = "N",
            defaultValue = "2000",
            descriptionKey = "option.oracle.budget",
            converter = WholeNumber.Budget.class)
    private int budget;

    @Option(
            names = "--pairs",
            paramLabel = "N",
            defaultValue = "20",
            descriptionKey = "option.psro.pairs",
            converter = WholeNumber.Pairs.class)
    private int pairs;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            descriptionKey = "option.oracle.seed",
            converter = WholeNumber.PsroSeed.class)
    private int seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            descriptionKey = "option.oracle.threads",
            converter = WholeNumber.Threads.class)
    private int threads;

    @Mixin
    private final ScenarioOption scenario = new ScenarioOption();

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "option.psro.out")
    private @Nullable Path out;

    @Option(names = "--resume", paramLabel = "DIR", descriptionKey = "option.psro.resume")
    private @Nullable Path resume;

    @Option(names = "--verify", paramLabel = "DIR", descriptionKey = "option.psro.verify")
    private @Nullable Path verify;

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    @Override
    public Integer call() throws FaultException, InterruptedException {
        Path folder = verify != null ? verify : resume != null ? resume : out == null ? Path.of("psro-" + seed) : out;
        try {
            if (verify != null) {
                return verify(folder);
            }
            if (resume != null) {
                PsroFolder begun = PsroFolder.resume(known(folder));
                tell(parsed(folder).play(begun));
                return ExitCodes.OK;
            }
            if (Files.exists(folder.resolve(PsroFolder.RUN))) {
                throw FaultException.usage(UsageFault.of(
                                "FOLDER_IN_USE",
                                Texts.of("fault.tournament.folder", folder),
                                Texts.of("fault.unchanged.files"),
                                "truce psro --resume " + folder)
                        .about("--out", ""));
            }
            List<BotFactory> bots = bots();
            tell(play(PsroFolder.begin(folder, arguments()), bots));
            return ExitCodes.OK;
        } catch (PsroFolder.BrokenException broken) {
            throw differs(broken.file(), broken);
        } catch (UncheckedIOException broken) {
            throw ResultFaults.of(folder, new IOException(broken));
        } catch (IOException broken) {
            throw ResultFaults.of(folder, broken);
        }
    }

    private static Path known(Path folder) throws FaultException {
        if (!Files.isRegularFile(folder.resolve(PsroFolder.RUN))) {
            throw FaultException.failed(UsageFault.of(
                    "NO_RUN",
                    Texts.of("fault.psro.none", folder),
                    Texts.of("fault.unchanged.files"),
                    "truce psro --out " + folder));
        }
        return folder;
    }

    private static FaultException differs(String file, Exception cause) {
        return FaultException.differs(
                UsageFault.of(
                                "RESULTS_DIFFER",
                                Texts.of("fault.psro.differs", file),
                                Texts.of("fault.unchanged.files"),
                                Texts.of("fault.next.other-copy"))
                        .about(file, ""),
                cause);
    }

    private int verify(Path folder)
            throws FaultException, IOException, InterruptedException, PsroFolder.BrokenException {
        List<String> asked = PsroFolder.arguments(known(folder));
        PsroCommand again = parsed(folder);
        Path other = Files.createTempDirectory("truce-psro");
        try {
            again.play(PsroFolder.begin(other, asked));
            Optional<String> difference = PsroFolder.difference(folder, other);
            if (difference.isPresent()) {
                throw differs(difference.get(), new IOException(difference.get()));
            }
            settings.printer(json).lines(List.of(Texts.of("psro.verified", folder)));
            return ExitCodes.OK;
        } finally {
            EmbeddedServer.delete(other);
        }
    }

    /** Returns the command as a folder has it, with the threads of this one. */
    private PsroCommand parsed(Path folder) throws IOException, PsroFolder.BrokenException, FaultException {
        List<String> words = new ArrayList<>(PsroFolder.arguments(folder));
        words.addAll(List.of("--threads", String.valueOf(threads)));
        PsroCommand command = new PsroCommand();
        try {
            new CommandLine(command)
                    .setResourceBundle(Texts.bundle())
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .parseArgs(words.toArray(String[]::new));
        } catch (ParameterException wrong) {
            throw differs(PsroFolder.RUN, wrong);
        }
        return command;
    }

    private PsroFolder play(PsroFolder folder) throws FaultException, InterruptedException, PsroFolder.BrokenException {
        return play(folder, bots());
    }

    private PsroFolder play(PsroFolder folder, List<BotFactory> bots)
            throws InterruptedException, PsroFolder.BrokenException {
        PsroSettings wanted = new PsroSettings(rounds, meta, budget, seed, pairs, OracleSettings.Counts.USUAL);
        Printer printer = settings.printer(json);
        try (LabTrials trials = new LabTrials(Rules.of(scenario.scenario()), threads)) {
            new Psro(trials, wanted, bots, folder).run(() -> {
                if (!json) {
                    printer.notes(List.of(Texts.of("psro.progress", folder.finished() - 1, rounds)));
                }
            });
        }
        return folder;
    }

    private List<String> arguments() {
        return List.of(
                "--roster",
                roster,
                "--rounds",
                String.valueOf(rounds),
                "--meta",
                meta.name().toLowerCase(Locale.ROOT),
                "--budget",
                String.valueOf(budget),
                "--pairs",
                String.valueOf(pairs),
                "--seed",
                String.valueOf(seed),
                "--scenario",
                scenario.named().named());
    }

    /** Returns the bots of the roster; commands and models are refused, since what they do cannot be worked out again. */
    private List<BotFactory> bots() throws FaultException {
        if (roster.equals(REFERENCE)) {
            return Roster.reference();
        }
        if (roster.equals("pool")) {
            return Roster.pool();
        }
        List<BotFactory> bots = new ArrayList<>();
        for (String named : roster.split(",", -1)) {
            BotName name = BotOptions.named("--roster", named);
            if (BotName.isCommand(named) || BotName.isModel(named)) {
                throw wrong(Texts.of("fault.psro.program", named));
            }
            bots.add(name.bot(ChildLimits.USUAL));
        }
        HashSet<String> names =
                new HashSet<>(bots.stream().map(BotFactory::name).toList());
        if (names.size() < bots.size() || bots.size() > MAX_ROSTER) {
            throw wrong(Texts.of("fault.oracle.twice", roster, MAX_ROSTER));
        }
        return bots;
    }

    private static FaultException wrong(String what) {
        return FaultException.usage(UsageFault.unstarted("WRONG_USAGE", what, "--roster tft,match,step")
                .about("--roster", "tft,match,step"));
    }

    private void tell(PsroFolder folder) {
        Printer printer = settings.printer(json);
        List<List<String>> rows = folder.rows();
        if (json) {
            ReportCommand.json(PsroRow.TABLE, rows).forEach(printer::raw);
            return;
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            if (Integer.parseInt(of(row, "iteration")) < folder.finished() - 1) {
                continue;
            }
            String policy = of(row, "policy");
            double weight = number(row, "weight");
            if (policy.equals(PsroRow.META)) {
                lines.addAll(TextWidth.wrap(
                        "",
                        Texts.of(
                                "psro.role",
                                Texts.of("side." + of(row, "role")),
                                number(row, "value"),
                                number(row, "regret"),
                                number(row, "regret_low"),
                                number(row, "regret_high"))));
            } else if (weight >= TOLD) {
                lines.add(Texts.of(
                        "psro.policy",
                        Texts.of("side." + of(row, "role")),
                        policy,
                        100 * weight,
                        number(row, "value")));
            }
        }
        lines.addAll(TextWidth.wrap("", Texts.of("oracle.bound")));
        lines.add(Texts.of("psro.written", folder.path()));
        printer.lines(lines);
    }

    private static String of(List<String> row, String column) {
        return row.get(PsroRow.TABLE.index(column));
    }

    private static double number(List<String> row, String column) {
        String cell = of(row, column);
        return cell.isEmpty() ? 0 : Double.parseDouble(cell);
    }
}

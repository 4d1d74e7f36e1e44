package dev.truce.cli.command;

import dev.truce.bot.BotFactory;
import dev.truce.bots.Roster;
import dev.truce.cli.pool.Meter;
import dev.truce.cli.pool.MeterLine;
import dev.truce.cli.pool.PoolFindings;
import dev.truce.cli.pool.PoolLines;
import dev.truce.cli.pool.PoolMeasurement;
import dev.truce.cli.pool.PoolPage;
import dev.truce.cli.pool.PoolRequest;
import dev.truce.cli.terminal.ErrorStream;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Nearest;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.tournament.GameGates;
import dev.truce.tournament.Gate;
import dev.truce.tournament.GuestStudy;
import dev.truce.tournament.TableGates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code truce pool}: plays the reference pool against itself and judges the game by it, or compares bots with the pool. Exit
 * code 1 when something that is asked of the game does not hold.
 */
@Command(name = "pool")
public final class PoolCommand implements Callable<Integer> {
    /** All matches are kept until the end, about a hundred bytes each. */
    private static final int SEEDS_MOST = 2_000;

    private static final int THREADS_MOST = 256;

    @Mixin
    private final Settings settings = new Settings();

    @Mixin
    private final ScenarioOption scenario = new ScenarioOption();

    @Option(names = "--seeds", paramLabel = "N", descriptionKey = "option.pool.seeds", defaultValue = "200")
    private int seeds;

    @Option(names = "--seed", paramLabel = "S", descriptionKey = "option.pool.seed", defaultValue = "5000")
    private long seed;

    @Option(names = "--threads", paramLabel = "T", descriptionKey = "option.pool.threads")
    private @Nullable Integer threads;

    @Option(names = "--bots", paramLabel = "A,B", split = ",", descriptionKey = "option.pool.bots")
    private List<String> bots = new ArrayList<>();

    @Option(names = "--pairs", paramLabel = "N", descriptionKey = "option.pool.pairs")
    private @Nullable Integer pairs;

    @Option(names = "--attack", descriptionKey = "option.pool.attack")
    private boolean attack;

    @Option(names = "--known", paramLabel = "ID,ID", split = ",", descriptionKey = "option.pool.known")
    private List<String> known = new ArrayList<>();

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "option.pool.out")
    private @Nullable Path out;

    @Override
    public Integer call() throws FaultException, InterruptedException {
        Printer printer = settings.printer(json);
        Scenario played = scenario.file().scenario();
        Set<String> expected = expected();
        PoolRequest request = request(played);
        requireFile(out);
        boolean shown = !json && !settings.plain() && ErrorStream.isTerminal();
        Meter meter = shown && !settings.surroundings().isAccessible()
                ? new MeterLine(System.err, System::nanoTime)
                : Meter.SILENT;
        PoolFindings findings = new PoolMeasurement(request, Rules.of(played), meter).run();
        List<String> lines = PoolLines.of(findings, expected, Program.version());
        if (json) {
            lines.forEach(printer::raw);
        } else {
            printer.lines(PoolPage.of(findings, expected));
        }
        if (out != null) {
            AtomicFile.write(out, String.join("\n", lines) + "\n", "--out FILE");
        }
        return verdict(findings, expected, printer);
    }

    /** The lines that fail have to be exactly those that are known to. */
    private static int verdict(PoolFindings findings, Set<String> expected, Printer printer) {
        List<String> failed = findings.gates(Gate.Outcome.FAILED);
        List<String> surprising =
                failed.stream().filter(id -> !expected.contains(id)).toList();
        List<String> mended = findings.gates(Gate.Outcome.PASSED).stream()
                .filter(expected::contains)
                .toList();
        if (surprising.isEmpty() && mended.isEmpty()) {
            return ExitCodes.OK;
        }
        List<String> what = new ArrayList<>();
        if (!surprising.isEmpty()) {
            what.add(Texts.of("fault.pool.failed", String.join(", ", surprising)));
        }
        if (!mended.isEmpty()) {
            what.add(Texts.of("fault.pool.mended", String.join(", ", mended)));
        }
        printer.fault(UsageFault.of(
                "GATE_FAILED",
                String.join("; ", what),
                Texts.of("fault.unchanged.everything"),
                Texts.of("fault.pool.next")));
        return ExitCodes.FAILED;
    }

    private PoolRequest request(Scenario played) throws FaultException {
        OptionRange.require("--seeds", seeds, 1, SEEDS_MOST, "200");
        OptionRange.require("--seed", seed, 0, Long.MAX_VALUE / 2, "5000");
        int workers = threads != null ? threads : Runtime.getRuntime().availableProcessors();
        OptionRange.require("--threads", workers, 1, THREADS_MOST, "2");
        List<BotFactory> guests = new ArrayList<>();
        for (String name : bots) {
            guests.add(BotSource.find("--bots", name));
        }
        int opponents = Roster.reference().size();
        int most = GuestStudy.mostPairs(opponents, seeds);
        if (!guests.isEmpty()) {
            OptionRange.require("--seeds", seeds, GuestStudy.LEAST_PAIRS * opponents, SEEDS_MOST, "200");
            OptionRange.require(
                    "--pairs", pairs != null ? pairs : most, GuestStudy.LEAST_PAIRS, most, String.valueOf(most));
        }
        return new PoolRequest(played, seed, seeds, workers, guests, pairs != null ? pairs : most, attack);
    }

    private Set<String> expected() throws FaultException {
        List<String> ids = new ArrayList<>(GameGates.ids());
        ids.addAll(TableGates.ids());
        for (String id : known) {
            if (!ids.contains(id)) {
                throw new FaultException(
                        UsageFault.of(
                                        "UNKNOWN_GATE",
                                        Texts.of("fault.pool.gate", id, String.join(", ", ids)),
                                        Texts.of("fault.unchanged.nothing-started"),
                                        "--known " + Nearest.to(id, ids).orElse("retaliation"))
                                .about("--known", String.join(" ", ids)),
                        ExitCodes.USAGE,
                        null);
            }
        }
        return new LinkedHashSet<>(known);
    }

    /** Nobody wants to learn after a minute of work that the file cannot be written. */
    private static void requireFile(@Nullable Path file) throws FaultException {
        if (file != null) {
            Path folder = file.toAbsolutePath().getParent();
            if (Files.isDirectory(file) || folder == null || !Files.isWritable(folder)) {
                throw new FaultException(UsageFault.of(
                        "FILE_UNWRITABLE",
                        Texts.of("fault.unwritable", file),
                        Texts.of("fault.unchanged.nothing-started"),
                        "--out FILE"));
            }
        }
    }
}

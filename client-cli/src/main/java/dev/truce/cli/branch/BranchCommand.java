package dev.truce.cli.branch;

import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.fault.WrongValue;
import dev.truce.cli.option.AtomicFile;
import dev.truce.cli.option.Program;
import dev.truce.cli.option.ScenarioLookup;
import dev.truce.cli.option.Settings;
import dev.truce.cli.option.WholeNumber;
import dev.truce.cli.record.RecordFile;
import dev.truce.cli.terminal.Meter;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.terminal.Surroundings;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.Limits;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.RecordTitle;
import dev.truce.match.record.text.RecordText;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.story.page.Page;
import dev.truce.story.print.JsonPrinter;
import dev.truce.tournament.branch.BranchReport;
import dev.truce.tournament.branch.BranchStudy;
import dev.truce.tournament.branch.RecordedSeat;
import dev.truce.tournament.report.BranchTopic;
import dev.truce.tournament.run.StalledException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code truce branch FILE --round K --us BOT}: takes a record up in round K with another policy in one seat, and says what difference
 * that makes over many futures, and with the chance that came.
 */
@Command(name = "branch")
public final class BranchCommand implements Callable<Integer> {
    /** A future is two matches; a bot that takes longer does not return. */
    static final Duration PATIENCE = Duration.ofMinutes(30);

    @Mixin
    private final Settings settings = new Settings();

    @Mixin
    private final ScenarioLookup shelf = new ScenarioLookup();

    @Mixin
    private final BranchSeats seats = new BranchSeats();

    @Option(names = "--round", paramLabel = "K", descriptionKey = "option.branch.round", required = true)
    private int round;

    @Option(
            names = "--futures",
            paramLabel = "N",
            descriptionKey = "option.branch.futures",
            defaultValue = "200",
            converter = WholeNumber.Futures.class)
    private int futures;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "option.branch.seed")
    private @Nullable Long seed;

    @Option(
            names = "--steps",
            paramLabel = "N",
            descriptionKey = "option.tournament.steps",
            defaultValue = "" + Limits.STEPS_A_ROUND,
            converter = WholeNumber.Steps.class)
    private int steps;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            descriptionKey = "option.branch.concurrency",
            converter = WholeNumber.Threads.class)
    private @Nullable Integer concurrency;

    @Option(names = "--record", paramLabel = "FILE", descriptionKey = "option.branch.record")
    private @Nullable Path record;

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    @Parameters(paramLabel = "FILE", descriptionKey = "param.record")
    private Path file = Path.of("");

    @Override
    public Integer call() throws FaultException, InterruptedException {
        RecordReplay replay = RecordFile.replay(file, shelf);
        Printer printer = settings.printer(json);
        int verdict = RecordFile.verdict(printer, file, replay);
        if (verdict != ExitCodes.OK) {
            return verdict;
        }
        int last = BranchStudy.lastRound(replay);
        if (round < 1 || round > last) {
            throw WholeNumber.outside(round, 1, last, last).at(WrongValue.Place.option("--round"));
        }
        Scenario scenario = shelf.find(replay.match().rulesStamp()).orElseThrow();
        BranchStudy study = study(Rules.of(scenario), replay);
        BranchReport report = played(study, concurrency == null ? WholeNumber.Threads.usual() : concurrency);
        Path kept = record == null
                ? null
                : AtomicFile.keep(record, RecordText.write(branch(study, replay.match()), scenario));
        BranchTopic topic = new BranchTopic(report, replay.match(), Texts.language());
        Page page = topic.page(Program.version());
        if (json) {
            printer.raw(new JsonPrinter().text(page));
        } else {
            printer.lines(settings.look().lines(page));
            printer.notes(settings.look().lines(topic.warnings()));
            if (kept != null) {
                printer.lines(AtomicFile.lines(kept));
            }
        }
        return ExitCodes.OK;
    }

    /** Returns the study, in which bots have the seed that they had in the record. */
    private BranchStudy study(Rules rules, RecordReplay replay) throws FaultException {
        long own = replay.match().setup().seedOfTable();
        BranchSeats.Cast cast = seats.of(replay.match());
        return new BranchStudy(
                rules, replay, cast.plan(round, futures, seed == null ? own : seed, replay.match(), steps));
    }

    private BranchReport played(BranchStudy study, int threads) throws FaultException, InterruptedException {
        boolean redraws = !settings.plain()
                && Surroundings.showsErrors()
                && !settings.surroundings().isAccessible();
        Meter meter = new Meter(System.err, System::nanoTime, redraws, Texts.of("branch.progress"), 2L * futures);
        try {
            return study.run(threads, PATIENCE, done -> meter.played(2));
        } catch (StalledException stalled) {
            throw FaultException.failed(
                    UsageFault.of(
                            "PAIR_STALLED",
                            Texts.of("fault.branch.stalled", stalled.pair(), PATIENCE.toMinutes()),
                            Texts.of("fault.unchanged.files"),
                            "truce check-bot --cmd COMMAND"),
                    stalled);
        } finally {
            meter.end();
        }
    }

    /** Returns the record of the branch with the record's own chance; a seat that repeated its orders keeps its name. */
    private static MatchRecord branch(BranchStudy study, MatchRecord match) {
        MatchRecord made = Objects.requireNonNull(study.branch().record(), "a record");
        RecordTitle names = made.recordTitle();
        RecordTitle was = match.recordTitle();
        return made.with(new RecordTitle(
                was.event(),
                "",
                names.usName().equals(RecordedSeat.NAME) ? was.usName() : names.usName(),
                names.cnName().equals(RecordedSeat.NAME) ? was.cnName() : names.cnName()));
    }
}

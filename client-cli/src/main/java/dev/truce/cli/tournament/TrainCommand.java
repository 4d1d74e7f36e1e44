package dev.truce.cli.tournament;

import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.AtomicFile;
import dev.truce.cli.option.NamedScenario;
import dev.truce.cli.option.ScenarioOption;
import dev.truce.cli.option.Settings;
import dev.truce.cli.option.WholeNumber;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import dev.truce.story.print.Json;
import dev.truce.tournament.Training;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code truce train}: learns a policy for the bot learner, and writes it to a file. */
@Command(name = "train")
public final class TrainCommand implements Callable<Integer> {
    private static final String LEARNER = "learner";
    /** Progress is told so often. */
    private static final int PARTS = 10;

    @Mixin
    private final Settings settings = new Settings();

    @Option(names = "--bot", paramLabel = "BOT", descriptionKey = "option.train.bot", defaultValue = LEARNER)
    private String bot = LEARNER;

    @Option(
            names = "--budget",
            paramLabel = "N",
            descriptionKey = "option.train.budget",
            defaultValue = "8000",
            converter = WholeNumber.Budget.class)
    private int budget;

    @Option(
            names = "--climbs",
            paramLabel = "N",
            descriptionKey = "option.train.climbs",
            defaultValue = "2",
            converter = WholeNumber.Climbs.class)
    private int climbs;

    @Option(
            names = "--games",
            paramLabel = "N",
            descriptionKey = "option.train.games",
            defaultValue = "32",
            converter = WholeNumber.Games.class)
    private int games;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "option.train.seed", defaultValue = "1")
    private long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            descriptionKey = "option.train.threads",
            defaultValue = "1",
            converter = WholeNumber.Threads.class)
    private int threads;

    @Mixin
    private final ScenarioOption scenario = new ScenarioOption();

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "option.train.out", defaultValue = "learner.policy")
    private Path out = Path.of("learner.policy");

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    @Override
    public Integer call() throws FaultException, InterruptedException {
        if (!bot.toLowerCase(Locale.ROOT).equals(LEARNER)) {
            throw FaultException.usage(
                    UsageFault.unstarted("UNKNOWN_BOT", Texts.of("fault.train.bot", bot), "--bot " + LEARNER)
                            .about("--bot", LEARNER));
        }
        Printer printer = settings.printer(json);
        Training.Course course = new Training.Course(seed, budget, climbs, games);
        Training.Outcome outcome = Training.run(
                Rules.of(scenario.scenario()),
                course,
                command(),
                threads,
                new Progress(printer, json, course.trials()));
        AtomicFile.write(out, outcome.policy().text(), "--out FILE");
        tell(printer, outcome);
        return ExitCodes.OK;
    }

    /** Returns what to type for the same file; the number of threads makes no difference. */
    private String command() {
        String command = "truce train --bot " + LEARNER + " --budget " + budget + " --climbs " + climbs + " --games "
                + games + " --seed " + seed;
        String named = scenario.named().named();
        return named.equals(NamedScenario.USUAL) ? command : command + " --scenario " + named;
    }

    private void tell(Printer printer, Training.Outcome outcome) {
        if (json) {
            Map<String, Object> trained = new LinkedHashMap<>();
            trained.put("type", "trained");
            trained.put("file", AtomicFile.shown(out));
            trained.put("us", seat(outcome, Side.US, outcome.us(), outcome.startAsUs()));
            trained.put("cn", seat(outcome, Side.CN, outcome.cn(), outcome.startAsCn()));
            printer.raw(Json.write(trained));
            return;
        }
        printer.lines(List.of(
                Texts.of(
                        "train.seat",
                        Texts.of("side.US"),
                        outcome.policy().size(Side.US),
                        outcome.us(),
                        Training.start(scenario.scenario()),
                        outcome.startAsUs()),
                Texts.of(
                        "train.seat",
                        Texts.of("side.CN"),
                        outcome.policy().size(Side.CN),
                        outcome.cn(),
                        Training.start(scenario.scenario()),
                        outcome.startAsCn()),
                Texts.of("train.written", AtomicFile.shown(out))));
    }

    private static Map<String, Object> seat(Training.Outcome outcome, Side side, double score, double start) {
        Map<String, Object> seat = new LinkedHashMap<>();
        seat.put("rules", outcome.policy().size(side));
        seat.put("score", score);
        seat.put("score_of_start", start);
        return seat;
    }

    /** Tells on standard error how much is done. */
    private static final class Progress implements Runnable {
        private final Printer printer;
        private final boolean quiet;
        private final long trials;
        private final AtomicLong done = new AtomicLong();

        Progress(Printer printer, boolean quiet, long trials) {
            this.printer = printer;
            this.quiet = quiet;
            this.trials = trials;
        }

        @Override
        public void run() {
            long now = done.incrementAndGet();
            long part = now * PARTS / trials;
            if (!quiet && part > (now - 1) * PARTS / trials) {
                printer.notes(List.of(Texts.of("train.progress", part * (100 / PARTS))));
            }
        }
    }
}

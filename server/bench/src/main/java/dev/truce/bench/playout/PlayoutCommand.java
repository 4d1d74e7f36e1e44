package dev.truce.bench.playout;

import dev.truce.bench.setting.BenchSettings;
import dev.truce.bench.setting.PlayOptions;
import dev.truce.engine.round.Rules;
import dev.truce.scenario.Scenarios;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code truce bench playout}: how many matches with drawn orders one core plays. */
@Command(
        name = "playout",
        description =
                "Plays matches with drawn orders and terms and all rules on one thread, and prints how many a second.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class PlayoutCommand implements Callable<Integer> {
    /** Matches between two looks at the clock. */
    private static final int BLOCK = 1000;

    private static final int PARTS = 10;
    private static final double NANOS = 1e9;

    @Spec
    @SuppressWarnings("NullAway.Init") // The parser sets it.
    private CommandSpec spec;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "20",
            description = "processor time that is measured, 1 to " + BenchSettings.MAX_SECONDS + "; default 20")
    private int seconds;

    @Mixin
    private final PlayOptions options = new PlayOptions();

    @Option(
            names = "--warm-up",
            paramLabel = "S",
            defaultValue = "10",
            description = "processor time before it, 0 to " + BenchSettings.MAX_WARM_UP_SECONDS + "; default 10")
    private int warmUp;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final RandomMatch match = new RandomMatch(Rules.of(Scenarios.busan2025()));
    private long seed;

    /**
     * What was played.
     *
     * @param matches how many
     * @param rounds of all of them; a match may end early
     * @param seconds processor time of the thread
     */
    private record Played(long matches, long rounds, double seconds) {
        double matchesASecond() {
            return matches / seconds;
        }
    }

    @Override
    public Integer call() {
        options.check(spec, () -> {
            BenchSettings.require("--seconds", seconds, 1, BenchSettings.MAX_SECONDS);
            BenchSettings.require("--warm-up", warmUp, 0, BenchSettings.MAX_WARM_UP_SECONDS);
        });
        if (warmUp > 0) {
            play(warmUp);
        }
        Played all = new Played(0, 0, 0);
        double best = 0;
        for (int part = 0; part < PARTS; part++) {
            Played now = play((double) seconds / PARTS);
            best = Math.max(best, now.matchesASecond());
            all = new Played(all.matches + now.matches, all.rounds + now.rounds, all.seconds + now.seconds);
        }
        spec.commandLine().getOut().printf(Locale.ROOT, options.json() ? JSON : TEXT, values(all, best));
        spec.commandLine().getOut().flush();
        return CommandLine.ExitCode.OK;
    }

    private static final String TEXT =
            "%d matches of at most %d rounds, %.2f rounds on average, on one thread; Java %s%n"
                    + "matches a second                   %.0f (the best tenth: %.0f)%n"
                    + "processor time for a round, us     %.3f%n";

    private static final String JSON = "{\"matches\":%d,\"rounds\":%d,\"mean_rounds\":%.4f,\"java\":\"%s\","
            + "\"matches_a_second\":%.1f,\"best_matches_a_second\":%.1f,\"round_micros\":%.4f}%n";

    private Object[] values(Played all, double best) {
        return new Object[] {
            all.matches,
            options.rounds(),
            (double) all.rounds / all.matches,
            Runtime.version().toString(),
            all.matchesASecond(),
            best,
            all.seconds * 1e6 / all.rounds
        };
    }

    /** Processor time counts, not the clock: another program on the machine takes none of it. */
    private Played play(double seconds) {
        long began = threads.getCurrentThreadCpuTime();
        long matches = 0;
        long played = 0;
        double spent;
        do {
            for (int i = 0; i < BLOCK; i++) {
                played += match.play(seed++, options.rounds()).round();
            }
            matches += BLOCK;
            spent = (threads.getCurrentThreadCpuTime() - began) / NANOS;
        } while (spent < seconds);
        return new Played(matches, played, spent);
    }
}

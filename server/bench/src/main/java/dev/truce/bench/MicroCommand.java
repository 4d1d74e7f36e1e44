package dev.truce.bench;

import dev.truce.bench.setting.BenchException;
import dev.truce.bench.setting.BenchSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code truce bench micro}: the benchmarks of single parts, as one table. */
@Command(
        name = "micro",
        description = "Measures single parts with JMH, such as a round, an observation, a hash, and prints one table.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class MicroCommand implements Callable<Integer> {
    /** What the profiler of JMH calls the bytes that one operation allocates. */
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private static final int MAX_FORKS = 10;

    @Spec
    @SuppressWarnings("NullAway.Init") // The parser sets it.
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME",
            defaultValue = ".*",
            arity = "0..1",
            description = "which ones: a regular expression; all without it")
    private String name = ".*";

    @Option(
            names = "--forks",
            paramLabel = "N",
            defaultValue = "1",
            description = "Java machines for each, 1 to " + MAX_FORKS + "; default 1")
    private int forks;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "5",
            description = "seconds of measurement in each, after as many of warm-up, 1 to " + BenchSettings.MAX_SECONDS
                    + "; default 5")
    private int seconds;

    @Override
    public Integer call() {
        try {
            BenchSettings.require("--forks", forks, 1, MAX_FORKS);
            BenchSettings.require("--seconds", seconds, 1, BenchSettings.MAX_SECONDS);
        } catch (IllegalArgumentException outOfRange) {
            throw new CommandLine.ParameterException(spec.commandLine(), outOfRange.getMessage(), outOfRange);
        }
        Collection<RunResult> results;
        try {
            results = new Runner(options().build()).run();
        } catch (RunnerException failed) {
            throw new BenchException("the benchmarks could not be run: " + failed.getMessage(), failed);
        }
        print(results, spec.commandLine().getOut());
        return CommandLine.ExitCode.OK;
    }

    private ChainedOptionsBuilder options() {
        return new OptionsBuilder()
                .include(name)
                .forks(forks)
                .warmupIterations(seconds)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(seconds)
                .measurementTime(TimeValue.seconds(1))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
    }

    private void print(Collection<RunResult> results, PrintWriter out) {
        Map<String, Result<?>> times = new TreeMap<>();
        Map<String, Result<?>> bytes = new TreeMap<>();
        for (RunResult result : results) {
            String row = row(result.getParams());
            times.put(row, result.getPrimaryResult());
            Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
            if (allocated != null) {
                bytes.put(row, allocated);
            }
        }
        out.printf(
                "Commit %s; Java %s; %d processors; forks %d, seconds %d%n%n",
                commit(), Runtime.version(), Runtime.getRuntime().availableProcessors(), forks, seconds);
        out.println("| benchmark | ns | +- | bytes allocated |");
        out.println("|---|---|---|---|");
        times.forEach((row, time) -> out.printf(
                Locale.ROOT,
                "| %s | %.0f | %s | %s |%n",
                row,
                time.getScore(),
                Double.isNaN(time.getScoreError()) ? "" : String.format(Locale.ROOT, "%.0f", time.getScoreError()),
                bytes.containsKey(row)
                        ? String.format(Locale.ROOT, "%.0f", bytes.get(row).getScore())
                        : ""));
        out.flush();
    }

    private static String row(BenchmarkParams params) {
        String method = params.getBenchmark();
        StringBuilder row =
                new StringBuilder(method.substring(method.lastIndexOf('.', method.lastIndexOf('.') - 1) + 1));
        for (String parameter : params.getParamsKeys()) {
            row.append(' ').append(params.getParam(parameter));
        }
        return row.toString();
    }

    /** The benchmarks run in a clone only, so git can tell. */
    private static String commit() {
        try {
            Process git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? said : "unknown";
        } catch (IOException noGit) {
            return "unknown";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }
}

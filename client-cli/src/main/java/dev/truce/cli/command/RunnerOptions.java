package dev.truce.cli.command;

import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options that decide who plays the pairs of a tournament, and change no file. */
final class RunnerOptions {
    private static final int MAX_THREADS = 1024;

    @Option(names = "--concurrency", paramLabel = "N", descriptionKey = "option.tournament.concurrency")
    private @Nullable Integer concurrency;

    @Option(names = "--spark", paramLabel = "MASTER", descriptionKey = "option.tournament.spark")
    private @Nullable String spark;

    @Option(
            names = "--over",
            paramLabel = "process|wire",
            descriptionKey = "option.tournament.over",
            defaultValue = "process")
    private Carrier carrier = Carrier.PROCESS;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /** What is between the bots and the rules. */
    enum Carrier {
        /** Nothing. */
        PROCESS,
        /** Connections to a server, as in a class. */
        WIRE
    }

    /**
     * Checks the options.
     *
     * @throws FaultException if they contradict each other, or there are too many or too few threads
     */
    void check() throws FaultException {
        int usual = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        if (concurrency != null && spark != null) {
            throw new FaultException(
                    UsageFault.of(
                                    "WRONG_USAGE",
                                    Texts.of("fault.tournament.spark.concurrency"),
                                    Texts.of("fault.unchanged.nothing-started"),
                                    "--spark " + spark)
                            .about("--concurrency", ""),
                    ExitCodes.USAGE,
                    null);
        }
        if (carrier == Carrier.WIRE && spark != null) {
            throw new FaultException(
                    UsageFault.of(
                                    "WRONG_USAGE",
                                    Texts.of("fault.tournament.spark.over"),
                                    Texts.of("fault.unchanged.nothing-started"),
                                    "--over wire")
                            .about("--over", ""),
                    ExitCodes.USAGE,
                    null);
        }
        if (concurrency != null && (concurrency < 1 || concurrency > MAX_THREADS)) {
            throw new FaultException(
                    UsageFault.of(
                                    "OUT_OF_RANGE",
                                    Texts.of("fault.tournament.concurrency", concurrency),
                                    Texts.of("fault.unchanged.nothing-started"),
                                    "--concurrency " + usual)
                            .about("--concurrency", "1.." + MAX_THREADS),
                    ExitCodes.USAGE,
                    null);
        }
    }

    /**
     * Returns who plays; to be closed.
     *
     * @throws FaultException if there is no such cluster
     */
    PairRunner open() throws FaultException {
        check();
        if (spark != null) {
            return PairRunner.cluster(spark, typed());
        }
        int cores = Runtime.getRuntime().availableProcessors();
        int threads = concurrency == null ? Math.max(1, cores - 1) : concurrency;
        return carrier == Carrier.WIRE ? PairRunner.wire(threads) : PairRunner.threads(threads);
    }

    /** Returns the arguments as they were typed, with quotes where a shell needs them. */
    private String typed() {
        CommandSpec known = command;
        return known == null
                ? ""
                : known.commandLine().getParseResult().originalArgs().stream()
                        .map(word ->
                                word.matches("[A-Za-z0-9_.:/=,@+-]+") ? word : "'" + word.replace("'", "'\\''") + "'")
                        .collect(Collectors.joining(" "));
    }
}

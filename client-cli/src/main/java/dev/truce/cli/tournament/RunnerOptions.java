package dev.truce.cli.tournament;

import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.WholeNumber;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.tournament.result.TournamentSettings;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options that decide who plays the pairs of a tournament, and change no file. */
public final class RunnerOptions {
    @Option(
            names = "--concurrency",
            paramLabel = "N",
            descriptionKey = "option.tournament.concurrency",
            converter = WholeNumber.Threads.class)
    private @Nullable Integer concurrency;

    @Option(names = "--spark", paramLabel = "MASTER", descriptionKey = "option.tournament.spark")
    private @Nullable String spark;

    @Option(
            names = "--over",
            paramLabel = "process|wire",
            descriptionKey = "option.tournament.over",
            defaultValue = "process")
    private Carrier carrier = Carrier.PROCESS;

    @Option(names = "--keep-running", descriptionKey = "option.tournament.keep-running")
    private boolean keepsRunning;

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
     * @throws FaultException if they contradict each other
     */
    void check() throws FaultException {
        if (spark != null && concurrency != null) {
            throw contradiction("fault.tournament.spark.concurrency", "--spark " + spark, "--concurrency");
        }
        if (spark != null && keepsRunning) {
            throw contradiction("fault.tournament.spark.keep-running", "--spark " + spark, "--keep-running");
        }
        if (spark != null && carrier == Carrier.WIRE) {
            throw contradiction("fault.tournament.spark.over", "--over wire", "--over");
        }
    }

    /**
     * Checks whether these bots can be played there.
     *
     * @throws FaultException if a model would play on a cluster, whose machines have no common cassette
     */
    void check(TournamentSettings wanted) throws FaultException {
        check();
        if (spark != null && wanted.hasModel()) {
            throw contradiction("fault.tournament.spark.model", "--concurrency 8", "--spark");
        }
    }

    /** Whether a process of a command plays match after match. */
    boolean keepsRunning() {
        return keepsRunning;
    }

    private static FaultException contradiction(String why, String next, String option) {
        return FaultException.usage(
                UsageFault.unstarted("WRONG_USAGE", Texts.of(why), next).about(option, ""));
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
        int threads = concurrency == null ? WholeNumber.Threads.usual() : concurrency;
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

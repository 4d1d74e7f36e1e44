package dev.truce.bench.wire;

import dev.truce.bench.setting.BenchSettings;
import dev.truce.bench.setting.PlayOptions;
import dev.truce.bench.wire.WireBenchmark.WireResult;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code truce bench wire}: matches over loopback, and two echoes of their frames to compare them with. */
@Command(
        name = "wire",
        description =
                "Plays matches over loopback against a server in its own process, then sends the same frames to a bare"
                        + " echo and to an echo that saves each move, and prints all three side by side.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class WireCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // The parser sets it.
    private CommandSpec spec;

    @Option(
            names = "--matches",
            paramLabel = "M",
            required = true,
            description = "matches that run at the same time, 1 to " + WireSettings.MAX_MATCHES)
    private int matches;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            required = true,
            description = "how long each of the three servers is measured, 1 to " + BenchSettings.MAX_SECONDS)
    private int seconds;

    @Mixin
    private final PlayOptions options = new PlayOptions();

    @Option(
            names = "--warm-up",
            paramLabel = "S",
            defaultValue = "60",
            description = "seconds before each measurement, 0 to " + BenchSettings.MAX_WARM_UP_SECONDS + "; default 60")
    private int warmUp;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "begin so many moves a second, however long the answers take, and measure the server of matches"
                            + " alone, 1 to " + WireSettings.MAX_RATE + "; default: as many as it answers")
    private int rate;

    @Option(
            names = "--hold",
            description =
                    "play matches in which both sides only hold: one move of each side a round; default: what two bots"
                            + " negotiator did")
    private boolean hold;

    @Override
    public Integer call() throws InterruptedException {
        options.check(spec, () -> {
            settings();
            BenchSettings.require("--rate", rate, 0, WireSettings.MAX_RATE);
        });
        WireSettings settings = settings();
        boolean json = options.json();
        if (rate > 0) {
            WireBenchmark.Paced paced = WireBenchmark.run(settings, rate, line -> System.err.println(line));
            System.out.println(json ? WireReport.json(settings, rate, paced) : WireReport.text(settings, rate, paced));
            return CommandLine.ExitCode.OK;
        }
        WireResult result = WireBenchmark.run(settings, line -> System.err.println(line));
        System.out.println(json ? WireReport.json(result) : WireReport.text(result));
        return CommandLine.ExitCode.OK;
    }

    private WireSettings settings() {
        return new WireSettings(matches, seconds, options.rounds(), warmUp, hold);
    }
}

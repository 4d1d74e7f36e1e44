package dev.truce.cli.command;

import dev.truce.bot.line.env.EnvServer;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.engine.Limits;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code truce env}: a program of another language plays both seats, one JSON object a line. */
@Command(name = "env")
public final class EnvCommand implements Callable<Integer> {

    @SuppressWarnings("UnusedVariable") // The parser sets its options; this command prints nothing but JSON.
    @Mixin
    private final Settings settings = new Settings();

    @Mixin
    private final ScenarioOption scenario = new ScenarioOption();

    @Option(names = "--rounds", paramLabel = "N", descriptionKey = "option.env.rounds", defaultValue = "0")
    private int rounds;

    @Override
    public Integer call() throws FaultException, IOException {
        if (rounds < 0 || rounds > Limits.MAX_ROUNDS) {
            throw new FaultException(
                    UsageFault.of(
                                    "OUT_OF_RANGE",
                                    Texts.of("fault.rounds", rounds, Limits.MAX_ROUNDS),
                                    Texts.of("fault.unchanged.nothing-started"),
                                    "--rounds 12")
                            .about("--rounds", "1.." + Limits.MAX_ROUNDS),
                    ExitCodes.USAGE,
                    null);
        }
        EnvServer.run(scenario.file().scenario(), rounds, System.in, System.out);
        return ExitCodes.OK;
    }
}

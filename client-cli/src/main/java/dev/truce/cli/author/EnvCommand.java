package dev.truce.cli.author;

import dev.truce.bot.line.env.EnvServer;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.option.ScenarioOption;
import dev.truce.cli.option.Settings;
import dev.truce.cli.option.WholeNumber;
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

    @Option(
            names = "--rounds",
            paramLabel = "N",
            descriptionKey = "option.env.rounds",
            defaultValue = "0",
            converter = WholeNumber.RoundsOrNone.class)
    private int rounds;

    @Override
    public Integer call() throws IOException {
        EnvServer.run(scenario.scenario(), rounds, System.in, System.out);
        return ExitCodes.OK;
    }
}

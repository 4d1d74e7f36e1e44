package dev.truce.bench.setting;

import dev.truce.engine.Limits;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Options of benchmarks that play matches. */
public final class PlayOptions {
    @Option(
            names = "--rounds",
            paramLabel = "R",
            defaultValue = "12",
            description = "rounds of a match, 1 to " + Limits.MAX_ROUNDS + "; default 12")
    private int rounds;

    @Option(names = "--json", description = "print one JSON object instead of the table")
    private boolean json;

    /** The rounds of a match, in their range once {@link #check} was asked. */
    public int rounds() {
        return rounds;
    }

    /** Whether one JSON object is asked for, in place of a table. */
    public boolean json() {
        return json;
    }

    /**
     * Insists on what the options may be, and on what else a command says.
     *
     * @param more throws an {@link IllegalArgumentException} with the option, the number and the range
     */
    public void check(CommandSpec command, Runnable more) {
        BenchSettings.checked(command, () -> {
            BenchSettings.require("--rounds", rounds, 1, Limits.MAX_ROUNDS);
            more.run();
            return rounds;
        });
    }
}

package dev.truce.bench.setting;

import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Bounds that benchmarks share. */
public final class BenchSettings {
    /** Longest measurement. */
    public static final int MAX_SECONDS = 600;

    /** Longest warm-up. */
    public static final int MAX_WARM_UP_SECONDS = 600;

    private BenchSettings() {}

    /**
     * Reads the settings of a command; one out of its range is a fault of who asked.
     *
     * @param settings throws an {@link IllegalArgumentException} with the option, the number and the range
     */
    public static <T> T checked(CommandSpec command, Supplier<T> settings) {
        try {
            return settings.get();
        } catch (IllegalArgumentException outOfRange) {
            throw new CommandLine.ParameterException(command.commandLine(), outOfRange.getMessage(), outOfRange);
        }
    }

    /**
     * Insists on a number in its range.
     *
     * @throws IllegalArgumentException with the option, the number and the range
     */
    public static void require(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(option + " " + value + ", expected " + least + " to " + most);
        }
    }
}

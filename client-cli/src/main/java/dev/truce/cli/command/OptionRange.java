package dev.truce.cli.command;

import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;

/** What is told of a number that an option cannot have. */
final class OptionRange {
    private OptionRange() {}

    /**
     * Insists on a number in a range.
     *
     * @param option the option, with its dashes
     * @param right a value to type instead
     * @throws FaultException if the value is outside, with exit code 2
     */
    static void require(String option, long value, long least, long most, String right) throws FaultException {
        if (value < least || value > most) {
            throw new FaultException(
                    UsageFault.of(
                                    "OUT_OF_RANGE",
                                    Texts.of("fault.range", option, value, least, most),
                                    Texts.of("fault.unchanged.nothing-started"),
                                    option + " " + right)
                            .about(option, least + ".." + most),
                    ExitCodes.USAGE,
                    null);
        }
    }
}

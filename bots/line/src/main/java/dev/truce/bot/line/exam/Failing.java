package dev.truce.bot.line.exam;

import java.util.List;

/** Ends the examination of a property: the bot does not have it. Has no stack trace, as it says nothing about this program. */
final class Failing extends Exception {
    private static final long serialVersionUID = 1L;

    private final Finding.Fault fault;
    private final transient List<Object> arguments;

    /**
     * @param fault what the bot did
     * @param arguments what the text of the fault names
     */
    Failing(Finding.Fault fault, Object... arguments) {
        super(fault.name(), null, false, false);
        this.fault = fault;
        this.arguments = List.of(arguments);
    }

    Finding finding(Property property) {
        return new Finding(property, fault, arguments);
    }
}

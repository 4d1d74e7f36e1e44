package dev.truce.cli.fault;

import dev.truce.cli.text.UsageFault;
import java.util.function.Function;

/** A value that cannot be had where it was typed; the parser of the command line knows where that is. */
public final class WrongValue extends Exception {
    private static final long serialVersionUID = 1L;

    private final int exitCode;
    private final transient Function<Place, UsageFault> fault;

    /**
     * Where a value was typed.
     *
     * @param before what to type directly before a right value, as in {@code "--us "} or {@code "truce serve-bot "}
     * @param field its name for programs, as in {@code --us} or {@code NAME}
     */
    public record Place(String before, String field) {
        public static Place option(String name) {
            return new Place(name + " ", name);
        }
    }

    /**
     * @param exitCode one of {@link ExitCodes}
     * @param fault tells what is wrong with the value of a place
     */
    public WrongValue(int exitCode, Function<Place, UsageFault> fault) {
        super("wrong value");
        this.exitCode = exitCode;
        this.fault = fault;
    }

    /** Returns the same about a value that is part of another, which begins so. */
    public WrongValue after(String beginning) {
        return new WrongValue(exitCode, place -> fault.apply(new Place(place.before() + beginning, place.field())));
    }

    /** Returns the fault that the user sees for the value of a place. */
    public FaultException at(Place place) {
        return new FaultException(fault.apply(place), exitCode, this);
    }
}

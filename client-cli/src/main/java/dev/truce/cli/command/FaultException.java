package dev.truce.cli.command;

import dev.truce.cli.text.UsageFault;

/** A command cannot go on; carries what its user is told and the exit code. */
public final class FaultException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient UsageFault fault;
    private final int exitCode;

    /** A failure with exit code 1. */
    public FaultException(UsageFault fault) {
        this(fault, ExitCodes.FAILED, null);
    }

    /**
     * @param fault what the user is told
     * @param exitCode one of {@link ExitCodes}
     * @param cause what went wrong underneath, shown with {@code --debug}, or null
     */
    public FaultException(UsageFault fault, int exitCode, @org.jspecify.annotations.Nullable Throwable cause) {
        super(fault.code() + ": " + fault.what(), cause);
        this.fault = fault;
        this.exitCode = exitCode;
    }

    /** Returns what the user is told. */
    public UsageFault fault() {
        return fault;
    }

    /** Returns the exit code. */
    public int exitCode() {
        return exitCode;
    }
}

package dev.truce.cli.command;

import dev.truce.cli.text.Fault;

/** A command cannot go on; carries what its user is told and the exit code. */
public final class FaultException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;
    private final int exitCode;

    /** A failure with exit code 1. */
    public FaultException(Fault fault) {
        this(fault, ExitCodes.FAILED, null);
    }

    /**
     * @param fault what the user is told
     * @param exitCode one of {@link ExitCodes}
     * @param cause what went wrong underneath, shown with {@code --debug}, or null
     */
    public FaultException(Fault fault, int exitCode, @org.jspecify.annotations.Nullable Throwable cause) {
        super(fault.code() + ": " + fault.what(), cause);
        this.fault = fault;
        this.exitCode = exitCode;
    }

    /** Returns what the user is told. */
    public Fault fault() {
        return fault;
    }

    /** Returns the exit code. */
    public int exitCode() {
        return exitCode;
    }
}

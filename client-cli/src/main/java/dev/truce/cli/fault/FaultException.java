package dev.truce.cli.fault;

import dev.truce.cli.text.UsageFault;
import org.jspecify.annotations.Nullable;

/** A command cannot go on; carries what its user is told and the exit code. */
public final class FaultException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient UsageFault fault;
    private final int exitCode;

    /**
     * @param fault what the user is told
     * @param exitCode one of {@link ExitCodes}
     * @param cause what went wrong underneath, shown with {@code --debug}, or null
     */
    FaultException(UsageFault fault, int exitCode, @Nullable Throwable cause) {
        super(fault.code() + ": " + fault.what(), cause);
        this.fault = fault;
        this.exitCode = exitCode;
    }

    /** Returns a wrong use of a command: exit code 2. */
    public static FaultException usage(UsageFault fault) {
        return new FaultException(fault, ExitCodes.USAGE, null);
    }

    /** Returns a failure: exit code 1. */
    public static FaultException failed(UsageFault fault) {
        return failed(fault, null);
    }

    /** Returns a failure with what went wrong underneath. */
    public static FaultException failed(UsageFault fault, @Nullable Throwable cause) {
        return new FaultException(fault, ExitCodes.FAILED, cause);
    }

    /** Returns a file that is not what its hashes say: exit code 3. */
    public static FaultException differs(UsageFault fault, @Nullable Throwable cause) {
        return new FaultException(fault, ExitCodes.DIFFERS, cause);
    }

    /** What the user is told. */
    public UsageFault fault() {
        return fault;
    }

    public int exitCode() {
        return exitCode;
    }
}

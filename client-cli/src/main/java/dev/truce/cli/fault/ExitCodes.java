package dev.truce.cli.fault;

/** Exit codes of the program; they never change. */
public final class ExitCodes {
    /** It did what was asked. */
    public static final int OK = 0;

    /** It failed or was refused. */
    public static final int FAILED = 1;

    /** It was asked in a wrong way. */
    public static final int USAGE = 2;

    /** A record is not what its hashes say. */
    public static final int DIFFERS = 3;

    /** Another device has taken the seat over; the match goes on there. */
    public static final int TAKEN_OVER = 4;

    /** Ctrl-C. */
    public static final int INTERRUPTED = 130;

    private ExitCodes() {}
}

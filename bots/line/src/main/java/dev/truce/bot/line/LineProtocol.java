package dev.truce.bot.line;

/** Numbers of the line protocol, which {@code docs/look-up/line-protocol.md} tells. */
public final class LineProtocol {
    /** Version that the greeting names. */
    public static final int VERSION = 1;

    /** Longest line in either direction, in bytes, without its end. */
    public static final int MAX_LINE_BYTES = 8_192;

    /** How long a bot may take to answer {@code stop} and to exit after {@code quit}; then it is killed. */
    public static final long GRACE_MILLIS = 1_000;

    private LineProtocol() {}
}

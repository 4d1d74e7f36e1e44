package dev.truce.bots.policy;

/** A text is no policy. The message names the line, what stands there and what would be right. */
public final class PolicyException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    PolicyException(int line, String reason) {
        super("line " + line + ": " + reason);
        this.line = line;
    }

    /** Counted from 1. */
    public int line() {
        return line;
    }
}

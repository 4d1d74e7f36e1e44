package dev.truce.match;

/** Who lets one round follow on another. */
public enum RoundPace {
    /** A round is resolved as soon as it is closed, and the next opens at once. */
    FREE,
    /** A round opens when the host opens it. When it is closed it is shut, and the host resolves it; so many matches go on together. */
    GATED
}

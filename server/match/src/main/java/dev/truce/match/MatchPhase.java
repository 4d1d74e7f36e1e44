package dev.truce.match;

import dev.truce.match.RoundTerms.RoundPace;

/** Where a match stands. A pause lies across all but the first and the last. */
public enum MatchPhase {
    /** It has not begun. */
    NEW,
    /** No round is open, and the host opens the next; {@link RoundPace#GATED} only. */
    BETWEEN,
    /** A round is open: seats may act. */
    OPEN,
    /** The round takes nothing more, and the host resolves it; {@link RoundPace#GATED} only. */
    SHUT,
    /** It is over. */
    OVER
}

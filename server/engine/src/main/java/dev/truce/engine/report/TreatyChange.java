package dev.truce.engine.report;

/** What happened to the treaty at the end of a round; the first that applies (agreements A8). */
public enum TreatyChange {
    /** Nothing. */
    NONE,
    /** A material breach ended all clauses. */
    ENDED_BY_BREACH,
    /** A notice ended all clauses. */
    ENDED_BY_NOTICE,
    /** Kept to almost nothing for two rounds, it ended. */
    ENDED_AS_HOLLOW,
    /** A catch took a deep agreement back to Busan levels, or let one that lay on top of the truce fall to it. */
    REDUCED_BY_CATCH,
    /** A catch ended all clauses. */
    ENDED_BY_CATCH,
    /** A signed agreement entered into force. */
    ENTERED_INTO_FORCE,
    /** An accuser suspended: the agreement fell to the truce. */
    REDUCED_BY_SUSPENSION;

    /** Returns whether all clauses end with the round. */
    public boolean isEnd() {
        return switch (this) {
            case ENDED_BY_BREACH, ENDED_BY_NOTICE, ENDED_AS_HOLLOW, ENDED_BY_CATCH -> true;
            case NONE, REDUCED_BY_CATCH, REDUCED_BY_SUSPENSION, ENTERED_INTO_FORCE -> false;
        };
    }

    /** Returns whether the agreement alone fell, by a finding or a suspension; what it lay on goes on. */
    public boolean isStruck() {
        return this == REDUCED_BY_CATCH || this == REDUCED_BY_SUSPENSION;
    }
}

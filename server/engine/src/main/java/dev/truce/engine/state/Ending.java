package dev.truce.engine.state;

/** Why a match stopped; apart from who did well. */
public enum Ending {
    /** The last round of its horizon was played. */
    HORIZON,
    /** The host closed it before. */
    ABANDONED
}

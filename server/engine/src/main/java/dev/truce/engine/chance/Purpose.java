package dev.truce.engine.chance;

/**
 * What a random number is for. The ids are part of the ruleset and never change; new purposes are added at the end.
 *
 * <p>A purpose is common if its draws belong to neither side. All tables of a class share these, so that all meet the same world. What
 * belongs to a side is private to its table, or somebody at another table could tell a friend what the other side's noise was.
 */
public enum Purpose {
    INITIAL_TYPE(1, false),
    TYPE(2, false),
    EVENT(3, true),
    COURT(4, true),
    SIGNAL(5, false),
    DETECTION(6, false),
    INCOME(7, false),
    LAPSE(8, true),
    HORIZON(9, true),
    BRIEF(10, false),
    RED_LINES(11, false);

    private final int id;
    private final boolean common;

    Purpose(int id, boolean common) {
        this.id = id;
        this.common = common;
    }

    /** Whether all tables of a class have these draws alike; else a table has its own. */
    public boolean isCommon() {
        return common;
    }

    /** Keys the stream; never changes, or old matches would play differently. */
    public int id() {
        return id;
    }
}

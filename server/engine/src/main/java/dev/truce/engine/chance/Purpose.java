package dev.truce.engine.chance;

/** What a random number is for. The ids are part of the ruleset and never change; new purposes are added at the end. */
public enum Purpose {
    INITIAL_TYPE(1),
    TYPE(2),
    EVENT(3),
    COURT(4),
    SIGNAL(5),
    DETECTION(6),
    INCOME(7),
    LAPSE(8),
    HORIZON(9),
    BRIEF(10),
    RED_LINES(11);

    private final int id;

    Purpose(int id) {
        this.id = id;
    }

    /** Keys the stream; never changes, or old matches would play differently. */
    public int id() {
        return id;
    }
}

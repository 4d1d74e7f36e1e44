package dev.truce.tournament;

/**
 * One thing that is asked of the game, and what was measured.
 *
 * @param id short name, lower case with hyphens; never changes
 * @param group who asks it
 * @param outcome whether it is so
 * @param asks what is asked, one sentence without its full stop
 * @param measured what was measured, or why nothing was
 */
public record Gate(String id, Group group, Outcome outcome, String asks, String measured) {
    /** Who asks. */
    public enum Group {
        /** The rules: what makes it a good game. */
        GAME,
        /** The design's measured table: whether this is still the game that was designed. */
        TABLE
    }

    /** How it came out. */
    public enum Outcome {
        /** It is so. */
        PASSED,
        /** It is not so. */
        FAILED,
        /** Nothing was measured; that is never a pass. */
        NOT_RUN
    }

    static Gate of(String id, Group group, boolean passed, String asks, String measured) {
        return new Gate(id, group, passed ? Outcome.PASSED : Outcome.FAILED, asks, measured);
    }

    static Gate notRun(String id, Group group, String asks, String why) {
        return new Gate(id, group, Outcome.NOT_RUN, asks, why);
    }
}

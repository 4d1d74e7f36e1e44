package dev.truce.cli.frame;

/**
 * What a person looks at.
 *
 * @param pane number of a pane from 1, {@link #BOARD}, or {@link #LOG}
 * @param first number of the first line of the pane or of the log that is shown
 * @param unread number of the first line of the log that was shown since a line was typed
 */
public record Glance(int pane, int first, int unread) {
    /** All at a glance; on a small screen the first pane. */
    public static final int BOARD = 0;

    /** What was shown so far, line by line. */
    public static final int LOG = -1;

    /** Where everybody begins. */
    public static final Glance BEGIN = new Glance(BOARD, 0, 0);

    /** Returns the same reader at a pane, from its top. */
    public Glance at(int other) {
        return new Glance(other, 0, unread);
    }

    /** Returns the same reader at a line of the log. */
    public Glance atLog(int line) {
        return new Glance(LOG, Math.max(0, line), unread);
    }

    /** Returns the reader who has read all lines before one. */
    public Glance read(int line) {
        return new Glance(pane, first, line);
    }
}

package dev.truce.cli.frame;

import java.util.List;

/** What a screen shows beside what is typed. It never changes, so that it can be drawn on any thread and at any size. */
public interface Scene {
    /** Returns the one or two lines that stay at the top. */
    List<String> top(int columns);

    /** Returns all at a glance, in {@link Frame#BOARD} columns and as few rows as are asked for; nothing if there is no board yet. */
    List<String> board(int rows);

    /** Returns the pieces of the board, each as long as it is. */
    List<Pane> panes(int columns);

    /** Returns what has a place beside the board on a wide screen. */
    List<Pane> beside(int columns);

    /**
     * A piece of a screen.
     *
     * @param word one short word for it
     * @param title its heading
     * @param lines what it shows
     * @param whole whether it is left out rather than shown in part
     */
    record Pane(String word, String title, List<String> lines, boolean whole) {
        public Pane {
            lines = List.copyOf(lines);
        }

        /** Returns a pane of which a part can be shown. */
        public static Pane of(String word, String title, List<String> lines) {
            return new Pane(word, title, lines, false);
        }
    }
}

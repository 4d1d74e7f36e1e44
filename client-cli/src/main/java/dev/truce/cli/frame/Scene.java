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
}

package dev.truce.cli.frame;

import java.util.List;

/**
 * A piece of a screen.
 *
 * @param word one short word for it
 * @param title its heading
 * @param lines what it shows
 * @param whole whether it is left out rather than shown in part
 */
public record Pane(String word, String title, List<String> lines, boolean whole) {
    public Pane {
        lines = List.copyOf(lines);
    }

    /** Returns a pane of which a part can be shown. */
    public static Pane of(String word, String title, List<String> lines) {
        return new Pane(word, title, lines, false);
    }
}

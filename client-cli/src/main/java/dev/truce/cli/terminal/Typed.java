package dev.truce.cli.terminal;

import dev.truce.engine.text.TextWidth;
import java.util.ArrayList;
import java.util.List;

/**
 * A line that is typed, broken at the right of the screen.
 *
 * @param lines in order
 * @param row in which of them the cursor stands
 * @param column where it stands there
 */
record Typed(List<String> lines, int row, int column) {
    /**
     * Breaks a line; of a very long one there are the rows up to the cursor.
     *
     * @param cursor before which character of the line it stands
     * @param most how many rows there may be
     */
    static Typed of(String line, int cursor, int columns, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder row = new StringBuilder();
        int used = 0;
        int cursorRow = 0;
        int cursorColumn = 0;
        for (int i = 0; i < line.length(); ) {
            int character = line.codePointAt(i) < ' ' ? ' ' : line.codePointAt(i);
            // The last column stays free for the cursor.
            if (used + TextWidth.width(character) > columns - 1) {
                lines.add(row.toString());
                row.setLength(0);
                used = 0;
            }
            if (i == cursor) {
                cursorRow = lines.size();
                cursorColumn = used;
            }
            row.appendCodePoint(character);
            used += TextWidth.width(character);
            i += Character.charCount(line.codePointAt(i));
        }
        lines.add(row.toString());
        if (cursor >= line.length()) {
            cursorRow = lines.size() - 1;
            cursorColumn = used;
        }
        int first = Math.max(0, Math.min(lines.size() - most, Math.max(0, cursorRow - most + 1)));
        return new Typed(
                List.copyOf(lines.subList(first, Math.min(lines.size(), first + most))),
                cursorRow - first,
                cursorColumn);
    }
}

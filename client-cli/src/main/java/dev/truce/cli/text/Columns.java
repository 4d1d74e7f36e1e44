package dev.truce.cli.text;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/** Measures, pads, cuts and wraps text in terminal columns; East Asian wide characters take two. */
public final class Columns {
    /** The width that every screen keeps to. */
    public static final int SCREEN = 80;

    /** Stands for a blank at which no line may be broken; it is printed as a blank. */
    public static final char HARD_BLANK = '\u00a0';

    private Columns() {}

    /** Returns how many columns a text takes. */
    public static int width(String text) {
        return text.codePoints()
                .map(point -> Math.max(0, WCWidth.wcwidth(point)))
                .sum();
    }

    /** Returns the text with blanks behind it up to {@code columns}; a longer one is returned as it is. */
    public static String pad(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - width(text)));
    }

    /** Returns the text with blanks before it up to {@code columns}. */
    public static String padLeft(String text, int columns) {
        return " ".repeat(Math.max(0, columns - width(text))) + text;
    }

    /** Returns as much of the text as fits, never half of a character. */
    public static String cut(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int used = 0;
        for (int point : text.codePoints().toArray()) {
            used += Math.max(0, WCWidth.wcwidth(point));
            if (used > columns) {
                break;
            }
            kept.appendCodePoint(point);
        }
        return kept.toString();
    }

    /** Returns a finished line: without blanks at its end, and with plain blanks only. */
    public static String trimmed(String text) {
        return text.replace(HARD_BLANK, ' ').stripTrailing();
    }

    /**
     * Returns a text as lines: the first begins with {@code head}, the others with as many blanks, broken at blanks.
     *
     * @param head what stands before the first line
     * @param text words with single blanks between them; a longer word than fits is cut into pieces
     */
    public static List<String> wrap(String head, String text) {
        return wrap(head, width(head), text);
    }

    /**
     * Returns a text as lines: the first begins with {@code head}, the others with {@code indent} blanks.
     *
     * @param indent at most the width of the head
     */
    public static List<String> wrap(String head, int indent, String text) {
        int first = SCREEN - width(head);
        int room = first;
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            String rest = word;
            if (line.length() > 0 && width(line.toString()) + 1 + width(rest) > room) {
                lines.add(line.toString());
                line.setLength(0);
                room = SCREEN - indent;
            } else if (line.length() > 0) {
                line.append(' ');
            }
            while (width(rest) > room) {
                String piece = cut(rest, room);
                lines.add(piece);
                room = SCREEN - indent;
                rest = rest.substring(piece.length());
            }
            line.append(rest);
        }
        lines.add(line.toString());
        List<String> placed = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            placed.add(trimmed((i == 0 ? head : " ".repeat(indent)) + lines.get(i)));
        }
        return placed;
    }
}

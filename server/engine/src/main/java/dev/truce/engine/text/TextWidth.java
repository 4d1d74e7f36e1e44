package dev.truce.engine.text;

import java.util.ArrayList;
import java.util.List;

/** Measures, pads, cuts and wraps text in terminal columns; East Asian wide characters take two. */
public final class TextWidth {
    /** The width of a screen of which nothing is known, and of all that is printed line by line. */
    public static final int SCREEN = 80;

    /** Stands for a blank at which no line may be broken; it is printed as a blank. */
    public static final char HARD_BLANK = '\u00a0';

    /** First and last code point of each block whose characters are wide or full width, in order. */
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x2329, 0x232A, 0x2E80, 0x303E, 0x3040, 0xA4CF, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE10, 0xFE19,
        0xFE30, 0xFE6F, 0xFF00, 0xFF60, 0xFFE0, 0xFFE6, 0x1F000, 0x1FAFF, 0x20000, 0x2FFFD, 0x30000, 0x3FFFD
    };

    private static final int SOFT_HYPHEN = 0xAD;
    private static final int FIRST_JOINED_JAMO = 0x1160;
    private static final int LAST_JOINED_JAMO = 0x11FF;

    /** Marks after which no line is broken. */
    private static final String BEGINNING = "（「『《〈【“‘([{$~" + HARD_BLANK;

    /** Marks before which no line is broken. */
    private static final String ENDING = "，。、；：！？）」』》〉】”’…—·,.;:!?)]}%" + HARD_BLANK;

    /** Marks that bring their own room. */
    private static final String WIDE_MARKS = "，。、；：！？";

    private TextWidth() {}

    /** Returns how many columns a text takes. */
    public static int width(String text) {
        int columns = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            columns += width(text.codePointAt(i));
        }
        return columns;
    }

    /** Returns how many columns a character takes: 0, 1 or 2. */
    public static int width(int character) {
        if (character < ' ' || character >= 0x7F && character < 0xA0) {
            return 0;
        }
        if (character < 0x300) {
            return 1;
        }
        if (isJoined(character)) {
            return 0;
        }
        for (int i = 0; i < WIDE.length && WIDE[i] <= character; i += 2) {
            if (character <= WIDE[i + 1]) {
                return 2;
            }
        }
        return 1;
    }

    /** Returns whether a character is drawn onto the one before it, or not at all. */
    private static boolean isJoined(int character) {
        if (character >= FIRST_JOINED_JAMO && character <= LAST_JOINED_JAMO) {
            return true;
        }
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT && character != SOFT_HYPHEN;
    }

    /** Returns the text with blanks after it up to {@code columns}; a longer one is returned as it is. */
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
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            used += width(character);
            if (used > columns) {
                break;
            }
            kept.appendCodePoint(character);
            i += Character.charCount(character);
        }
        return kept.toString();
    }

    /** Returns a finished line: without blanks at its end, and with plain blanks only. */
    public static String trimmed(String text) {
        return text.replace(HARD_BLANK, ' ').stripTrailing();
    }

    /**
     * Returns a text as lines: the first begins with {@code head}, the others with as many blanks. It is broken at blanks, and
     * between wide characters, but never before a mark that ends something or after one that begins something.
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
        return wrap(head, indent, text, SCREEN);
    }

    /**
     * Returns a text as lines of at most so many columns: the first begins with {@code head}, the others with {@code indent} blanks.
     *
     * @param indent at most the width of the head, which leaves room for a wide character
     */
    public static List<String> wrap(String head, int indent, String text, int columns) {
        int room = columns - width(head);
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            String gap = endsWide(line) ? "" : " ";
            for (String unit : units(word)) {
                String rest = unit;
                if (line.length() > 0 && width(line.toString()) + gap.length() + width(rest) > room) {
                    lines.add(line.toString());
                    line.setLength(0);
                    room = columns - indent;
                } else if (line.length() > 0) {
                    line.append(gap);
                }
                while (width(rest) > room) {
                    String piece = cut(rest, room);
                    lines.add(piece);
                    room = columns - indent;
                    rest = rest.substring(piece.length());
                }
                line.append(rest);
                gap = "";
            }
        }
        lines.add(line.toString());
        List<String> placed = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            placed.add(trimmed((i == 0 ? head : " ".repeat(indent)) + lines.get(i)));
        }
        return placed;
    }

    /** Returns a finished line as lines of at most so many columns; what does not fit goes on below it, indented as it is. */
    public static List<String> narrowed(String line, int columns) {
        if (width(line) <= columns) {
            return List.of(line);
        }
        String text = line.stripLeading();
        int indent = Math.min(line.length() - text.length(), columns / 2);
        return wrap(" ".repeat(indent), indent, text, columns);
    }

    /** Returns whether a line ends with a wide mark, which has its own room, so that no blank is needed after it. */
    private static boolean endsWide(CharSequence line) {
        return line.length() > 0 && WIDE_MARKS.indexOf(line.charAt(line.length() - 1)) >= 0;
    }

    /** Returns a word in pieces between which a line may be broken; one without wide characters is one piece. */
    private static List<String> units(String word) {
        List<String> units = new ArrayList<>();
        int from = 0;
        for (int i = 1; i < word.length(); i++) {
            char before = word.charAt(i - 1);
            char after = word.charAt(i);
            boolean wide = width(before) == 2 || width(after) == 2;
            if (wide
                    && BEGINNING.indexOf(before) < 0
                    && ENDING.indexOf(after) < 0
                    && !Character.isLowSurrogate(after)) {
                units.add(word.substring(from, i));
                from = i;
            }
        }
        units.add(word.substring(from));
        return units;
    }
}

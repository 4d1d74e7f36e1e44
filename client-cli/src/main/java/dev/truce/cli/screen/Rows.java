package dev.truce.cli.screen;

import dev.truce.engine.board.Side;
import dev.truce.engine.text.TextWidth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects the rows of a block: a label of twelve columns, then text; or a text for each side in two columns. */
final class Rows {
    private static final int LABEL = 12;
    private static final int SECOND_SIDE = 47;
    private static final int SIDE = 4;

    private final List<String> lines = new ArrayList<>();

    /** Adds a finished line. */
    Rows line(String line) {
        lines.add(TextWidth.trimmed(line));
        return this;
    }

    /** Adds finished lines. */
    Rows lines(List<String> more) {
        lines.addAll(more);
        return this;
    }

    /** Adds a labelled text, wrapped under itself. */
    Rows row(String label, String text) {
        lines.addAll(TextWidth.wrap(TextWidth.pad(label, LABEL), text));
        return this;
    }

    /**
     * Adds the texts of the sides, beside each other if they fit and below each other otherwise; a side without a text is
     * left out.
     */
    Rows sides(String label, Map<Side, String> texts) {
        Map<Side, String> parts = new EnumMap<>(Side.class);
        texts.forEach((side, text) -> {
            if (!text.isEmpty()) {
                parts.put(side, text);
            }
        });
        String us = parts.getOrDefault(Side.US, "");
        String cn = parts.getOrDefault(Side.CN, "");
        int usRoom = SECOND_SIDE - LABEL - SIDE - 1;
        int cnRoom = TextWidth.SCREEN - SECOND_SIDE - SIDE;
        if (parts.size() == 2 && TextWidth.width(us) <= usRoom && TextWidth.width(cn) <= cnRoom) {
            return line(TextWidth.pad(TextWidth.pad(label, LABEL) + "US  " + us, SECOND_SIDE) + "CN  " + cn);
        }
        String head = label;
        for (Map.Entry<Side, String> part : parts.entrySet()) {
            lines.addAll(TextWidth.wrap(TextWidth.pad(head, LABEL) + part.getKey() + "  ", part.getValue()));
            head = "";
        }
        return this;
    }

    /** Adds two texts of one line, the second where the second side's orders stand, or below if they do not fit. */
    Rows pair(String label, String first, String second) {
        if (TextWidth.width(first) < SECOND_SIDE - LABEL && TextWidth.width(second) <= TextWidth.SCREEN - SECOND_SIDE) {
            return line(TextWidth.pad(TextWidth.pad(label, LABEL) + first, SECOND_SIDE) + second);
        }
        return row(label, first).row("", second);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** Returns a heading filled up with a rule. */
    static String heading(String text) {
        String cut = TextWidth.cut(text, TextWidth.SCREEN - 3);
        return cut + " " + "=".repeat(TextWidth.SCREEN - 1 - TextWidth.width(cut));
    }
}

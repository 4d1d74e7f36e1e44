package dev.truce.story.print;

import dev.truce.engine.text.TextWidth;
import dev.truce.story.page.Waterfall;
import dev.truce.story.words.NumberText;
import java.util.ArrayList;
import java.util.List;

/** Draws a waterfall with characters: a line for each bar, what rises and what falls with a character of its own. */
final class WaterfallText {
    private static final int NAME = 30;
    private static final int NUMBER = 7;
    private static final int BARS = 36;

    private WaterfallText() {}

    static List<String> lines(Waterfall waterfall, Look.Charts marks) {
        long least = waterfall.least() - 10;
        long span = Math.max(1, waterfall.most() - least);
        List<String> lines = new ArrayList<>();
        for (Waterfall.Bar bar : waterfall.bars()) {
            String number = bar.whole() ? NumberText.tenth(bar.to()) : NumberText.signedTenth(bar.adds());
            int from = column(bar.whole() ? least : Math.min(bar.from(), bar.to()), least, span);
            int to = column(bar.whole() ? bar.to() : Math.max(bar.from(), bar.to()), least, span);
            String drawn =
                    " ".repeat(from) + Character.toString(mark(bar, marks)).repeat(Math.max(1, to - from));
            lines.add(TextWidth.trimmed(
                    "  " + TextWidth.pad(cut(bar.name()), NAME) + TextWidth.padLeft(number, NUMBER) + "  " + drawn));
        }
        return lines;
    }

    private static char mark(Waterfall.Bar bar, Look.Charts marks) {
        if (bar.whole()) {
            return marks == Look.Charts.ASCII ? '=' : '█';
        }
        return bar.adds() < 0 ? '-' : '+';
    }

    private static int column(long tenths, long least, long span) {
        return (int) ((tenths - least) * BARS / span);
    }

    private static String cut(String name) {
        String cut = name;
        while (TextWidth.width(cut) >= NAME) {
            cut = cut.substring(0, cut.length() - 1);
        }
        return cut;
    }
}

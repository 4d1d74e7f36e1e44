package dev.truce.story.print;

import dev.truce.story.page.Waterfall;
import dev.truce.story.picture.Axis;
import dev.truce.story.picture.Panels;
import dev.truce.story.picture.Picture;
import dev.truce.story.picture.Shape;
import dev.truce.story.picture.Shape.Anchor;
import dev.truce.story.picture.Tone;
import dev.truce.story.words.NumberText;
import java.util.ArrayList;
import java.util.List;

/** Draws a waterfall: a row for each bar, with its name before and its number after. What falls is hollow. */
public final class WaterfallPicture {
    private static final int WIDTH = 400;
    private static final int LEFT = 160;
    private static final int RIGHT = 46;
    private static final int ROW = 20;
    private static final int TOP = 4;
    private static final int BAR = 12;
    /** Longer names are cut, in letters. */
    private static final int NAME = 24;

    private WaterfallPicture() {}

    public static Picture of(Waterfall waterfall) {
        List<Shape> shapes = new ArrayList<>();
        List<Waterfall.Bar> bars = waterfall.bars();
        Axis axis = Axis.of(waterfall.least() / 10.0 - 1, waterfall.most() / 10.0, LEFT, WIDTH - RIGHT);
        for (int i = 0; i < bars.size(); i++) {
            Waterfall.Bar bar = bars.get(i);
            double y = TOP + (double) i * ROW;
            double end = axis.at(bar.to() / 10.0);
            shapes.add(new Shape.Words(
                    LEFT - 8, y + BAR, cut(bar.name()), Anchor.END, Panels.TEXT, bar.whole(), Tone.INK));
            if (bar.whole()) {
                shapes.add(new Shape.Box(LEFT, y + 2, end - LEFT, BAR, Tone.FAINT));
            } else {
                part(shapes, axis.at(bar.from() / 10.0), end, y + 2);
            }
            String number = bar.whole() ? NumberText.tenth(bar.to()) : NumberText.signedTenth(bar.adds());
            shapes.add(new Shape.Words(WIDTH - 2, y + BAR, number, Anchor.END, Panels.TEXT, bar.whole(), Tone.INK));
            if (i + 1 < bars.size()) {
                shapes.add(new Shape.Line(end, y + 2, end, y + ROW + 2 + BAR, 1, Tone.FAINT));
            }
        }
        return new Picture(waterfall.says(), WIDTH, TOP + bars.size() * ROW + TOP, shapes);
    }

    private static void part(List<Shape> shapes, double from, double to, double y) {
        double left = Math.min(from, to);
        double width = Math.abs(to - from);
        boolean falls = to < from;
        shapes.add(new Shape.Box(left, y, width, BAR, falls ? Tone.SECOND : Tone.FIRST));
        if (falls && width > 4) {
            shapes.add(new Shape.Box(left + 2, y + 2, width - 4, BAR - 4.0, Tone.PAPER));
        }
    }

    private static String cut(String name) {
        int letters = name.codePointCount(0, name.length());
        return letters <= NAME ? name : name.substring(0, name.offsetByCodePoints(0, NAME - 1)) + "\u2026";
    }
}

package dev.truce.tournament.report;

import dev.truce.story.picture.Axis;
import dev.truce.story.picture.Panels;
import dev.truce.story.picture.Picture;
import dev.truce.story.picture.Shape;
import dev.truce.story.picture.Shape.Anchor;
import dev.truce.story.picture.Tone;
import dev.truce.tournament.table.Decimals;
import dev.truce.tournament.table.TableRow;
import java.util.ArrayList;
import java.util.List;

/** A picture with a row for each bot: its name, and marks on a common axis. */
final class RowChart {
    /** Width of all pictures. */
    static final int WIDTH = Panels.WIDTH;
    /** Height of letters. */
    static final double TEXT = Panels.TEXT;

    private static final int LEFT = 190;
    private static final int RIGHT = 70;
    private static final int TOP = 36;
    private static final int FOOT = 46;
    private static final int CAP = 4;
    /** Longer names are cut, in letters. */
    private static final int MAX_NAME = 22;

    private final int rowHeight;
    private final int rows;
    private final Axis scale;
    private final List<Shape> shapes = new ArrayList<>();

    /**
     * Begins with names and an axis.
     *
     * @param names by row
     * @param least least value that is to be seen
     * @param most greatest value
     * @param unit what stands below the axis
     */
    RowChart(List<String> names, double least, double most, int rowHeight, String unit) {
        this.rowHeight = rowHeight;
        this.rows = names.size();
        this.scale = Axis.of(least, most, LEFT, WIDTH - RIGHT);
        double bottom = TOP + (double) rows * rowHeight;
        for (double tick : scale.ticks()) {
            double x = scale.at(tick);
            shapes.add(new Shape.Line(x, TOP - 4, x, bottom, 1, Tone.RULE));
            shapes.add(new Shape.Words(
                    x, bottom + 16, number(tick, scale.decimals()), Anchor.MIDDLE, TEXT, false, Tone.FAINT));
        }
        shapes.add(new Shape.Words(
                (LEFT + WIDTH - RIGHT) / 2.0, bottom + 36, unit, Anchor.MIDDLE, TEXT, false, Tone.FAINT));
        for (int row = 0; row < rows; row++) {
            shapes.add(new Shape.Words(
                    LEFT - 12,
                    middle(row) + TEXT / 3,
                    (row + 1) + "  " + cut(names.get(row)),
                    Anchor.END,
                    TEXT,
                    false,
                    Tone.INK));
        }
    }

    /** Returns a name that fits beside a picture. */
    static String cut(String name) {
        return name.codePointCount(0, name.length()) <= MAX_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, MAX_NAME - 1)) + "\u2026";
    }

    /** Returns a number as pictures have it, with any count of decimals. */
    static String number(double value, int decimals) {
        return decimals == 0 ? Long.toString(Math.round(value)) : Decimals.of(value, decimals);
    }

    private double middle(int row) {
        return TOP + (row + .5) * rowHeight;
    }

    /**
     * Adds a value with its interval, if it has one.
     *
     * @param beside how far below the middle of the row
     * @param isRound whether its mark is a disc, else a square
     */
    void value(Measure measure, TableRow standing, int row, double beside, boolean isRound, Tone tone) {
        double y = middle(row) + beside;
        if (standing.has(measure.low())) {
            double from = scale.at(standing.number(measure.low()));
            double to = scale.at(standing.number(measure.high()));
            shapes.add(new Shape.Line(from, y, to, y, 2, tone));
            shapes.add(new Shape.Line(from, y - CAP, from, y + CAP, 2, tone));
            shapes.add(new Shape.Line(to, y - CAP, to, y + CAP, 2, tone));
        }
        shapes.add(new Shape.Mark(scale.at(standing.number(measure.value())), y, isRound, tone));
    }

    /** Adds words at the right end of a row. */
    void behind(int row, String words) {
        shapes.add(new Shape.Words(WIDTH - 10, middle(row) + TEXT / 3, words, Anchor.END, TEXT, false, Tone.INK));
    }

    /** Adds what a mark means, above the rows. */
    void legend(double x, boolean isRound, Tone tone, String words) {
        shapes.add(new Shape.Mark(LEFT + x, 14, isRound, tone));
        shapes.add(new Shape.Words(LEFT + x + 12, 14 + TEXT / 3, words, Anchor.START, TEXT, false, Tone.INK));
    }

    Picture picture(String says) {
        return new Picture(says, WIDTH, TOP + rows * rowHeight + FOOT, shapes);
    }
}

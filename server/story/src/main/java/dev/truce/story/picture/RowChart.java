package dev.truce.story.picture;

import dev.truce.story.picture.Shape.Anchor;
import dev.truce.story.picture.Shape.Dash;
import java.util.ArrayList;
import java.util.List;

/** A picture with a row for each of several names, and marks on a common axis. */
public final class RowChart {
    /** Width of all pictures. */
    public static final int WIDTH = Panels.WIDTH;
    /** Height of letters. */
    public static final double TEXT = Panels.TEXT;

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
    public RowChart(List<String> names, double least, double most, int rowHeight, String unit) {
        this.rowHeight = rowHeight;
        this.rows = names.size();
        this.scale = Axis.of(least, most, LEFT, WIDTH - RIGHT);
        double bottom = bottom();
        for (double tick : scale.ticks()) {
            double x = scale.at(tick);
            shapes.add(new Shape.Line(x, TOP - 4, x, bottom, 1, Tone.RULE));
            shapes.add(new Shape.Words(x, bottom + 16, scale.shown(tick), Anchor.MIDDLE, TEXT, false, Tone.FAINT));
        }
        shapes.add(new Shape.Words(
                (LEFT + WIDTH - RIGHT) / 2.0, bottom + 36, unit, Anchor.MIDDLE, TEXT, false, Tone.FAINT));
        for (int row = 0; row < rows; row++) {
            shapes.add(new Shape.Words(
                    LEFT - 12, middle(row) + TEXT / 3, names.get(row), Anchor.END, TEXT, false, Tone.INK));
        }
    }

    /** Returns a name that fits beside a picture. */
    public static String cut(String name) {
        return name.codePointCount(0, name.length()) <= MAX_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, MAX_NAME - 1)) + "\u2026";
    }

    private double bottom() {
        return TOP + (double) rows * rowHeight;
    }

    private double middle(int row) {
        return TOP + (row + .5) * rowHeight;
    }

    /**
     * Adds an interval.
     *
     * @param beside how far below the middle of the row
     */
    public void interval(double low, double high, int row, double beside, Tone tone) {
        double y = middle(row) + beside;
        double from = scale.at(low);
        double to = scale.at(high);
        shapes.add(new Shape.Line(from, y, to, y, 2, tone));
        shapes.add(new Shape.Line(from, y - CAP, from, y + CAP, 2, tone));
        shapes.add(new Shape.Line(to, y - CAP, to, y + CAP, 2, tone));
    }

    /**
     * Adds a value.
     *
     * @param beside how far below the middle of the row
     * @param isRound whether its mark is a disc, else a square
     */
    public void value(double value, int row, double beside, boolean isRound, Tone tone) {
        shapes.add(new Shape.Mark(scale.at(value), middle(row) + beside, isRound, tone));
    }

    /** Adds a line through all rows, to compare by. */
    public void line(double value, Dash dash, Tone tone) {
        double x = scale.at(value);
        shapes.add(new Shape.Curve(new double[] {x, x}, new double[] {TOP - 4, bottom()}, 2, dash, tone));
    }

    /** Adds words at the right end of a row. */
    public void behind(int row, String words) {
        shapes.add(new Shape.Words(WIDTH - 10, middle(row) + TEXT / 3, words, Anchor.END, TEXT, false, Tone.INK));
    }

    /** Adds what a mark means, above the rows. */
    public void legend(double x, boolean isRound, Tone tone, String words) {
        shapes.add(new Shape.Mark(LEFT + x, 14, isRound, tone));
        label(x, 12, words);
    }

    /** Adds what a line means, above the rows. */
    public void legend(double x, Dash dash, Tone tone, String words) {
        shapes.add(new Shape.Curve(new double[] {LEFT + x - 5, LEFT + x + 19}, new double[] {14, 14}, 2, dash, tone));
        label(x, 25, words);
    }

    private void label(double x, double after, String words) {
        shapes.add(new Shape.Words(LEFT + x + after, 14 + TEXT / 3, words, Anchor.START, TEXT, false, Tone.INK));
    }

    public Picture picture(String says) {
        return new Picture(says, WIDTH, TOP + rows * rowHeight + FOOT, shapes);
    }
}

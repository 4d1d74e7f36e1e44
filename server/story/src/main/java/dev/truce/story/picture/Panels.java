package dev.truce.story.picture;

import dev.truce.story.picture.Shape.Anchor;
import dev.truce.story.picture.Shape.Dash;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Small charts beside each other, all on the same axes: rounds from left to right, a figure upwards. */
public final class Panels {
    /** Width of all pictures. */
    public static final int WIDTH = 780;
    /** Height of letters. */
    public static final double TEXT = 12;

    private static final int COLUMNS = 4;
    private static final int PANEL_WIDTH = WIDTH / COLUMNS;
    private static final int PANEL_HEIGHT = 122;
    private static final int LEFT = 30;
    private static final int TOP = 26;
    private static final int BOTTOM = 22;
    private static final int HEAD = 30;
    private static final int FOOT = 26;
    private static final double SMALL = 10.5;

    private final double least;
    private final double most;
    private final int last;
    private final List<Shape> shapes = new ArrayList<>();
    private int panels;

    /**
     * Begins without a panel.
     *
     * @param least least value that is to be seen
     * @param most greatest value
     * @param last last round
     */
    public Panels(double least, double most, int last) {
        this.least = least;
        this.most = most;
        this.last = last;
    }

    /** Adds what a line means, above the panels. */
    public void key(double x, Dash dash, Tone tone, String words) {
        double from = LEFT + x;
        shapes.add(new Shape.Curve(new double[] {from, from + 30}, new double[] {12, 12}, 2, dash, tone));
        shapes.add(new Shape.Words(from + 38, 12 + TEXT / 3, words, Anchor.START, TEXT, false, Tone.INK));
    }

    /** Adds a panel after the others. */
    public Panel add(String title) {
        Panel panel = new Panel(
                panels % COLUMNS * (double) PANEL_WIDTH,
                HEAD + Math.floorDiv(panels, COLUMNS) * (double) PANEL_HEIGHT,
                title);
        panels++;
        return panel;
    }

    /**
     * Returns the picture.
     *
     * @param says what there is to see, in one or two sentences
     * @param axes what the axes are
     */
    public Picture picture(String says, String axes) {
        int rows = (panels + COLUMNS - 1) / COLUMNS;
        int height = HEAD + rows * PANEL_HEIGHT + FOOT;
        shapes.add(new Shape.Words(WIDTH / 2.0, height - 8.0, axes, Anchor.MIDDLE, TEXT, false, Tone.FAINT));
        return new Picture(says, WIDTH, height, shapes);
    }

    /** A small chart. */
    public final class Panel {
        private final double left;
        private final Axis up;

        private Panel(double x, double y, String title) {
            left = x + LEFT;
            up = Axis.of(least, most, y + PANEL_HEIGHT - BOTTOM, y + TOP);
            shapes.add(new Shape.Words(left, y + 16, title, Anchor.START, TEXT, true, Tone.INK));
            for (double tick :
                    List.of(up.ticks().get(0), up.ticks().get(up.ticks().size() - 1))) {
                shapes.add(new Shape.Line(left, up.at(tick), x + PANEL_WIDTH - 10, up.at(tick), 1, Tone.RULE));
                shapes.add(new Shape.Words(
                        left - 5, up.at(tick) + SMALL / 3, up.shown(tick), Anchor.END, SMALL, false, Tone.FAINT));
            }
            for (int round : List.of(1, last)) {
                shapes.add(new Shape.Words(
                        at(round),
                        y + PANEL_HEIGHT - BOTTOM + 13,
                        Integer.toString(round),
                        Anchor.MIDDLE,
                        SMALL,
                        false,
                        Tone.FAINT));
            }
        }

        private double at(int round) {
            return left + (PANEL_WIDTH - 10.0 - LEFT) * (round - 1) / Math.max(1, last - 1);
        }

        /** Adds a curve over the first rounds. */
        public void curve(int rounds, IntToDoubleFunction value, Dash dash, Tone tone) {
            double[] x = new double[rounds];
            double[] y = new double[rounds];
            for (int round = 1; round <= rounds; round++) {
                x[round - 1] = at(round);
                y[round - 1] = up.at(value.applyAsDouble(round));
            }
            shapes.add(new Shape.Curve(x, y, 2, dash, tone));
        }
    }
}

package dev.truce.story.print;

import dev.truce.story.page.Chart;
import dev.truce.story.picture.Picture;
import dev.truce.story.picture.Shape;
import dev.truce.story.picture.Shape.Anchor;
import dev.truce.story.picture.Shape.Dash;
import dev.truce.story.picture.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;

/** Turns a chart into a picture for a web page. */
final class ChartPicture {
    private static final int STEP = 14;
    private static final int HEIGHT = 90;
    private static final int LEFT = 34;
    private static final int ROOM = 8;
    private static final double TEXT = 10.5;

    private final Chart chart;
    private final List<Shape> shapes = new ArrayList<>();
    private final long lowest;
    private final long highest;

    private ChartPicture(Chart chart) {
        this.chart = chart;
        Chart.Line line = chart.line();
        long least = line == null ? Long.MAX_VALUE : 10L * line.at();
        long most = line == null ? Long.MIN_VALUE : 10L * line.at();
        for (Chart.Curve curve : chart.curves()) {
            for (long tenths : curve.tenths()) {
                least = Math.min(least, tenths);
                most = Math.max(most, tenths);
            }
        }
        this.lowest = least;
        this.highest = most;
    }

    static Picture of(Chart chart) {
        return new ChartPicture(chart).drawn();
    }

    /** Returns what stands below the picture. */
    static String key(Chart chart) {
        Chart.Line line = chart.line();
        return line == null ? chart.key() : line.at() + " " + line.text();
    }

    private Picture drawn() {
        int rounds = chart.curves().get(0).tenths().size();
        label(highest);
        if (lowest < highest) {
            label(lowest);
        }
        Chart.Line line = chart.line();
        if (line != null) {
            curve(round -> 10L * line.at(), rounds, Dash.DOTS, Tone.FAINT);
        }
        for (int i = 0; i < chart.curves().size(); i++) {
            Chart.Curve curve = chart.curves().get(i);
            boolean isFirst = i == 0;
            curve(
                    curve.tenths()::get,
                    rounds,
                    isFirst ? Dash.NONE : Dash.LONG,
                    line != null ? Tone.INK : isFirst ? Tone.US : Tone.CN);
            if (line == null) {
                words(
                        x(rounds - 1) + ROOM / 2.0,
                        y(curve.tenths().get(rounds - 1)),
                        String.valueOf(curve.letter()),
                        Anchor.START);
            }
        }
        String says = chart.title() + ". " + key(chart);
        return new Picture(says, LEFT + STEP * rounds + 2 * ROOM, HEIGHT + 2 * ROOM, shapes);
    }

    private void curve(IntToLongFunction tenths, int rounds, Dash dash, Tone tone) {
        double[] x = new double[rounds];
        double[] y = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            x[i] = x(i);
            y[i] = y(tenths.applyAsLong(i));
        }
        shapes.add(new Shape.Curve(x, y, 2, dash, tone));
    }

    private void label(long tenths) {
        words(LEFT - ROOM, y(tenths), Long.toString(Math.floorDiv(tenths, 10)), Anchor.END);
    }

    private void words(double x, long y, String text, Anchor anchor) {
        shapes.add(new Shape.Words(x, y + TEXT / 3, text, anchor, TEXT, false, Tone.FAINT));
    }

    private static int x(int round) {
        return LEFT + STEP * round;
    }

    private long y(long tenths) {
        return highest == lowest ? ROOM : ROOM + (highest - tenths) * HEIGHT / (highest - lowest);
    }
}

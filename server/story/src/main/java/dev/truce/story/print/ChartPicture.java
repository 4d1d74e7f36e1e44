package dev.truce.story.print;

import dev.truce.story.page.Chart;
import dev.truce.story.picture.Picture;
import dev.truce.story.picture.Shape;
import dev.truce.story.picture.Shape.Anchor;
import dev.truce.story.picture.Shape.Dash;
import dev.truce.story.picture.Tone;
import dev.truce.story.words.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;

/** Turns a chart into a picture for a web page. Curves differ in their dashes and letters, not in colour alone. */
public final class ChartPicture {
    private static final int STEP = 14;
    private static final int LEAST_WIDTH = 150;
    private static final int HEIGHT = 90;
    private static final int LEFT = 34;
    private static final int ROOM = 8;
    private static final int FOOT = 14;
    private static final double TEXT = 10.5;
    /** Where values lie closer than this, in tenths, tenths are printed at the axis. */
    private static final int CLOSE = 50;

    private static final List<Dash> DASHES = List.of(Dash.NONE, Dash.LONG, Dash.DOTS, Dash.MIXED);

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

    /** Returns the picture of a chart with at least one round. */
    public static Picture of(Chart chart) {
        return new ChartPicture(chart).drawn();
    }

    /** Returns what stands below the picture. */
    public static String key(Chart chart) {
        Chart.Line line = chart.line();
        return line == null ? chart.key() : line.at() + " " + line.text();
    }

    private Picture drawn() {
        int rounds = chart.rounds();
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
            curve(
                    curve.tenths()::get,
                    rounds,
                    curve.letter() == 'C' ? Dash.LONG : DASHES.get(i % DASHES.size()),
                    line != null ? Tone.INK : tone(curve, i));
            if (line == null) {
                letter(i);
            }
        }
        round(0);
        if (rounds > 1) {
            round(rounds - 1);
        }
        String says = chart.says().isEmpty() ? chart.title() + ". " + key(chart) : chart.says();
        double width = x(rounds - 1) + 2 * ROOM + chart.curves().size() * (double) ROOM;
        return new Picture(says, (int) width, HEIGHT + 2 * ROOM + FOOT, shapes);
    }

    private static Tone tone(Chart.Curve curve, int i) {
        return switch (curve.letter()) {
            case 'U' -> Tone.US;
            case 'C' -> Tone.CN;
            default -> Tone.curves().get(i % Tone.curves().size());
        };
    }

    private void curve(IntToLongFunction tenths, int rounds, Dash dash, Tone tone) {
        double[] x = new double[rounds];
        double[] y = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            x[i] = x(i);
            y[i] = y(tenths.applyAsLong(i));
        }
        shapes.add(new Shape.Curve(x, y, 2, dash, tone));
        if (rounds == 1) {
            shapes.add(new Shape.Mark(x[0], y[0], true, tone));
        }
    }

    /** Writes the letter of a curve at its end, beside those that end at about the same height. */
    private void letter(int i) {
        int last = chart.rounds() - 1;
        long y = y(chart.curves().get(i).tenths().get(last));
        int beside = 0;
        for (int before = 0; before < i; before++) {
            if (Math.abs(y(chart.curves().get(before).tenths().get(last)) - y) < TEXT) {
                beside++;
            }
        }
        words(
                x(last) + ROOM * (beside + .75),
                y,
                Character.toString(chart.curves().get(i).letter()),
                Anchor.START);
    }

    private void label(long tenths) {
        boolean close = highest - lowest < CLOSE;
        String text = close ? NumberText.tenth(tenths) : Long.toString(Math.floorDiv(tenths, 10));
        words(LEFT - ROOM, y(tenths), text, Anchor.END);
    }

    private void round(int i) {
        words(x(i), HEIGHT + 2 * ROOM + TEXT / 2, Integer.toString(chart.first() + i), Anchor.MIDDLE);
    }

    private void words(double x, double y, String text, Anchor anchor) {
        shapes.add(new Shape.Words(x, y + TEXT / 3, text, anchor, TEXT, false, Tone.FAINT));
    }

    private double x(int round) {
        int rounds = chart.rounds();
        return rounds < 2 ? LEFT : LEFT + Math.max(LEAST_WIDTH, STEP * (rounds - 1)) * round / (rounds - 1.0);
    }

    private long y(long tenths) {
        return highest == lowest ? ROOM : ROOM + (highest - tenths) * HEIGHT / (highest - lowest);
    }
}

package dev.truce.tournament.report;

import dev.truce.story.picture.Picture;
import dev.truce.story.picture.RowChart;
import dev.truce.story.picture.Shape;
import dev.truce.story.picture.Shape.Anchor;
import dev.truce.story.picture.Shape.Dash;
import dev.truce.story.picture.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Shares of a mixed field under replicator dynamics; time is logarithmic, as most happens early. */
final class EvolutionChart {
    private static final int LEFT = 60;
    private static final int RIGHT = 190;
    private static final int TOP = 16;
    private static final int HEIGHT = 300;
    private static final int FOOT = 48;
    private static final double LETTERS = 12;
    private static final int GAP = 15;
    private static final List<Dash> DASHES = List.of(Dash.NONE, Dash.LONG, Dash.DOTS, Dash.MIXED);

    private final FieldCourse course;
    private final Words words;
    private final List<Shape> shapes = new ArrayList<>();

    private EvolutionChart(FieldCourse course, Words words) {
        this.words = words;
        this.course = course;
    }

    static Picture of(Results results, Words words) {
        EvolutionChart chart = new EvolutionChart(results.course(), words);
        List<String> names = results.card().names();
        chart.axes();
        List<Integer> byPeak = IntStream.range(0, names.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer bot) -> -chart.course.peak(bot)))
                .toList();
        int named = Math.min(Tone.curves().size(), names.size());
        for (int bot : byPeak.subList(named, byPeak.size())) {
            chart.curve(bot, 1, Dash.NONE, Tone.RULE);
        }
        for (int i = 0; i < named; i++) {
            chart.curve(
                    byPeak.get(i),
                    2.2,
                    DASHES.get(i % DASHES.size()),
                    Tone.curves().get(i));
        }
        chart.labels(names, byPeak.subList(0, named), names.size() - named);
        return new Picture(says(results, words), RowChart.WIDTH, TOP + HEIGHT + FOOT, chart.shapes);
    }

    private static String says(Results results, Words words) {
        return words.of("picture.evolution", remaining(results, words));
    }

    /** Returns the bots that have a share at the end, the largest first, with their shares. */
    static String remaining(Results results, Words words) {
        double[] end = results.course().at(Integer.MAX_VALUE);
        List<String> shown = new ArrayList<>();
        IntStream.range(0, end.length)
                .boxed()
                .filter(bot -> end[bot] >= .005)
                .sorted(Comparator.comparingDouble((Integer bot) -> -end[bot]))
                .forEach(bot -> shown.add(results.card().names().get(bot) + " " + percent(end[bot])));
        return words.list(shown);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%d %%", Math.round(100 * share));
    }

    private double x(int step) {
        double last = StrictMath.log10(1.0 + course.steps()[course.steps().length - 1]);
        return LEFT + (RowChart.WIDTH - LEFT - RIGHT) * StrictMath.log10(1.0 + step) / last;
    }

    private static double y(double share) {
        return TOP + HEIGHT * (1 - share);
    }

    private void axes() {
        for (int percent = 0; percent <= 100; percent += 25) {
            double y = y(percent / 100.0);
            shapes.add(new Shape.Line(LEFT, y, RowChart.WIDTH - RIGHT, y, 1, Tone.RULE));
            shapes.add(
                    new Shape.Words(LEFT - 8, y + LETTERS / 3, percent + " %", Anchor.END, LETTERS, false, Tone.FAINT));
        }
        for (int step = 1; step <= course.steps()[course.steps().length - 1]; step *= 10) {
            double x = x(step);
            shapes.add(new Shape.Line(x, TOP + HEIGHT, x, TOP + HEIGHT + 5, 1, Tone.FAINT));
            shapes.add(new Shape.Words(
                    x, TOP + HEIGHT + 20, Integer.toString(step), Anchor.MIDDLE, LETTERS, false, Tone.FAINT));
        }
        shapes.add(new Shape.Words(
                (LEFT + RowChart.WIDTH - RIGHT) / 2.0,
                TOP + HEIGHT + 40,
                words.of("picture.evolution.axis"),
                Anchor.MIDDLE,
                LETTERS,
                false,
                Tone.FAINT));
    }

    private void curve(int bot, double weight, Dash dash, Tone tone) {
        double[] x = new double[course.steps().length];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = x(course.steps()[i]);
            y[i] = y(course.shares()[i][bot]);
        }
        shapes.add(new Shape.Curve(x, y, weight, dash, tone));
    }

    /** Names the curves in the order of their ends, so far apart that no name covers another. */
    private void labels(List<String> names, List<Integer> bots, int others) {
        double[] end = course.at(Integer.MAX_VALUE);
        List<Integer> order = new ArrayList<>(bots);
        order.sort(Comparator.comparingDouble((Integer bot) -> -end[bot]));
        double below = TOP + HEIGHT + LETTERS / 3 - GAP * (order.size() - 1.0 + (others > 0 ? 1 : 0));
        double next = TOP;
        for (int bot : order) {
            double wanted = y(end[bot]) + LETTERS / 3;
            double y = Math.max(next, Math.min(wanted, below));
            int i = bots.indexOf(bot);
            double x = RowChart.WIDTH - RIGHT + 8.0;
            shapes.add(new Shape.Curve(
                    new double[] {x, x + 24},
                    new double[] {y - LETTERS / 3, y - LETTERS / 3},
                    2.2,
                    DASHES.get(i % DASHES.size()),
                    Tone.curves().get(i)));
            shapes.add(new Shape.Words(
                    x + 30,
                    y,
                    RowChart.cut(names.get(bot)) + " " + percent(end[bot]),
                    Anchor.START,
                    LETTERS,
                    false,
                    Tone.INK));
            next = y + GAP;
            below += GAP;
        }
        if (others > 0) {
            shapes.add(new Shape.Words(
                    RowChart.WIDTH - RIGHT + 38.0,
                    Math.max(next, below),
                    words.of("picture.evolution.others", others),
                    Anchor.START,
                    LETTERS,
                    false,
                    Tone.FAINT));
        }
    }
}

package dev.truce.tournament.report;

import dev.truce.engine.board.Side;
import dev.truce.tournament.report.picture.Axis;
import dev.truce.tournament.report.picture.Picture;
import dev.truce.tournament.report.picture.Shape;
import dev.truce.tournament.report.picture.Shape.Anchor;
import dev.truce.tournament.report.picture.Shape.Dash;
import dev.truce.tournament.report.picture.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** How hard bots pressed in each round: a panel for both seats, and one for each bot with all of them as a broken line. */
final class EscalationChart {
    private static final int COLUMNS = 4;
    private static final int PANEL_WIDTH = 195;
    private static final int PANEL_HEIGHT = 122;
    private static final int LEFT = 30;
    private static final int TOP = 26;
    private static final int BOTTOM = 22;
    private static final int HEAD = 30;
    private static final int FOOT = 26;
    private static final double SMALL = 10.5;

    private final RoundMeans rounds;
    private final Words words;
    private final int last;
    private final double most;
    private final List<Shape> shapes = new ArrayList<>();

    private EscalationChart(RoundMeans rounds, int bots, Words words) {
        this.words = words;
        this.rounds = rounds;
        this.last = lastShown(rounds);
        double highest = 0;
        for (int round = 1; round <= last; round++) {
            for (Side seat : Side.values()) {
                highest = Math.max(highest, rounds.escalation(seat, round));
            }
            for (int bot = 0; bot < bots; bot++) {
                highest = Math.max(highest, rounds.escalation(bot, round));
            }
        }
        this.most = highest;
    }

    /** Returns the last round that at least a tenth of the matches reached; later rounds rest on few. */
    static int lastShown(RoundMeans rounds) {
        int last = 1;
        while (last < rounds.rounds() && 10L * rounds.count(Side.US, last + 1) >= rounds.count(Side.US, 1)) {
            last++;
        }
        return last;
    }

    static Picture of(Results results, Words words) {
        List<String> ranking = results.ranking();
        List<String> names = results.card().names();
        RoundMeans rounds = results.rounds();
        EscalationChart chart = new EscalationChart(rounds, names.size(), words);
        chart.legend();
        Panel all = chart.panel(0, words.of("picture.escalation.seats"));
        all.curve(round -> rounds.escalation(Side.US, round), Dash.NONE, Tone.US);
        all.curve(round -> rounds.escalation(Side.CN, round), Dash.LONG, Tone.CN);
        for (int place = 0; place < ranking.size(); place++) {
            int bot = names.indexOf(ranking.get(place));
            Panel panel = chart.panel(place + 1, (place + 1) + "  " + RowChart.cut(ranking.get(place)));
            panel.curve(chart::ofAll, Dash.DOTS, Tone.FAINT);
            panel.curve(round -> rounds.escalation(bot, round), Dash.NONE, Tone.INK);
        }
        int rows = (ranking.size() + COLUMNS) / COLUMNS;
        int height = HEAD + rows * PANEL_HEIGHT + FOOT;
        chart.shapes.add(new Shape.Words(
                RowChart.WIDTH / 2.0,
                height - 8.0,
                words.of("picture.escalation.axes"),
                Anchor.MIDDLE,
                RowChart.TEXT,
                false,
                Tone.FAINT));
        return new Picture(
                words.of(
                        "picture.escalation",
                        RowChart.number(chart.ofAll(1), 2),
                        RowChart.number(chart.ofAll(chart.last), 2),
                        chart.last),
                RowChart.WIDTH,
                height,
                chart.shapes);
    }

    private double ofAll(int round) {
        return (rounds.escalation(Side.US, round) + rounds.escalation(Side.CN, round)) / 2;
    }

    private void legend() {
        key(LEFT, Dash.NONE, Tone.US, "picture.as-us");
        key(LEFT + 130, Dash.LONG, Tone.CN, "picture.as-cn");
        key(LEFT + 260, Dash.NONE, Tone.INK, "picture.escalation.bot");
        key(LEFT + 400, Dash.DOTS, Tone.FAINT, "picture.escalation.all");
    }

    private void key(double x, Dash dash, Tone tone, String key) {
        shapes.add(new Shape.Curve(new double[] {x, x + 30}, new double[] {12, 12}, 2, dash, tone));
        shapes.add(new Shape.Words(
                x + 38, 12 + RowChart.TEXT / 3, words.of(key), Anchor.START, RowChart.TEXT, false, Tone.INK));
    }

    private Panel panel(int place, String title) {
        return new Panel(
                place % COLUMNS * (double) PANEL_WIDTH, HEAD + (double) (place / COLUMNS) * PANEL_HEIGHT, title);
    }

    /** A small chart among others, all on the same axes. */
    private final class Panel {
        private final double left;
        private final Axis up;

        Panel(double x, double y, String title) {
            left = x + LEFT;
            up = Axis.of(0, most, y + PANEL_HEIGHT - BOTTOM, y + TOP);
            shapes.add(new Shape.Words(x + LEFT, y + 16, title, Anchor.START, RowChart.TEXT, true, Tone.INK));
            for (double tick :
                    List.of(up.ticks().get(0), up.ticks().get(up.ticks().size() - 1))) {
                shapes.add(new Shape.Line(x + LEFT, up.at(tick), x + PANEL_WIDTH - 10, up.at(tick), 1, Tone.RULE));
                shapes.add(new Shape.Words(
                        x + LEFT - 5,
                        up.at(tick) + SMALL / 3,
                        RowChart.number(tick, up.decimals()),
                        Anchor.END,
                        SMALL,
                        false,
                        Tone.FAINT));
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

        void curve(IntToDoubleFunction value, Dash dash, Tone tone) {
            double[] x = new double[last];
            double[] y = new double[last];
            for (int round = 1; round <= last; round++) {
                x[round - 1] = at(round);
                y[round - 1] = up.at(value.applyAsDouble(round));
            }
            shapes.add(new Shape.Curve(x, y, 2, dash, tone));
        }
    }
}

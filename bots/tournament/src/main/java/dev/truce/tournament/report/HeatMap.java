package dev.truce.tournament.report;

import dev.truce.story.picture.Picture;
import dev.truce.story.picture.RowChart;
import dev.truce.story.picture.Shape;
import dev.truce.story.picture.Shape.Anchor;
import dev.truce.story.picture.Tone;
import dev.truce.tournament.table.TableRow;
import java.util.ArrayList;
import java.util.List;

/** The cross table as a heat map; each cell says its number, too. */
final class HeatMap {
    private static final int LEFT = 190;
    private static final int TOP = 30;
    private static final int FOOT = 60;
    private static final int MAX_WIDTH = 52;
    private static final int MAX_HEIGHT = 28;
    private static final int LEAST_HEIGHT = 16;
    /** Narrower cells have whole numbers. */
    private static final int ROOM_FOR_DECIMAL = 34;

    private HeatMap() {}

    static Picture of(Results results, Words words) {
        List<String> names = results.ranking();
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (TableRow row : results.payoffs()) {
            least = Math.min(least, row.number("score"));
            most = Math.max(most, row.number("score"));
        }
        double width = Math.min(MAX_WIDTH, (RowChart.WIDTH - LEFT - 10.0) / names.size());
        double height = Math.max(LEAST_HEIGHT, Math.min(MAX_HEIGHT, width * .75));
        double letters = Math.min(RowChart.TEXT, width * .38);
        List<Shape> shapes = new ArrayList<>();
        for (int row = 0; row < names.size(); row++) {
            double y = TOP + row * height;
            shapes.add(new Shape.Words(
                    LEFT - 10,
                    y + height / 2 + RowChart.TEXT / 3,
                    (row + 1) + "  " + RowChart.cut(names.get(row)),
                    Anchor.END,
                    RowChart.TEXT,
                    false,
                    Tone.INK));
            shapes.add(new Shape.Words(
                    LEFT + (row + .5) * width, TOP - 8, "#" + (row + 1), Anchor.MIDDLE, letters, false, Tone.INK));
            for (int column = 0; column < names.size(); column++) {
                TableRow payoff =
                        results.payoff(names.get(row), names.get(column)).orElse(null);
                double x = LEFT + column * width;
                Tone tone = payoff == null ? Tone.RULE : tone(payoff.number("score"), least, most);
                shapes.add(new Shape.Box(x, y, width - 1, height - 1, tone));
                if (payoff != null) {
                    String shown = Measure.number(payoff.number("score"), width < ROOM_FOR_DECIMAL ? 0 : 1);
                    shapes.add(new Shape.Words(
                            x + width / 2,
                            y + height / 2 + letters / 3,
                            shown,
                            Anchor.MIDDLE,
                            letters,
                            false,
                            tone.words()));
                }
            }
        }
        double bottom = TOP + names.size() * height;
        if (!results.payoffs().isEmpty()) {
            legend(shapes, bottom + 18, least, most, words);
        }
        return new Picture(says(results, words), RowChart.WIDTH, (int) Math.round(bottom) + FOOT, shapes);
    }

    private static Tone tone(double score, double least, double most) {
        List<Tone> heat = Tone.heat();
        double share = most > least ? (score - least) / (most - least) : .5;
        return heat.get(Math.min(heat.size() - 1, (int) (share * heat.size())));
    }

    private static void legend(List<Shape> shapes, double y, double least, double most, Words words) {
        int steps = Tone.heat().size();
        double width = 40;
        for (int step = 0; step < steps; step++) {
            shapes.add(
                    new Shape.Box(LEFT + step * width, y, width, 12, Tone.heat().get(step)));
        }
        for (int step = 0; step <= steps; step += steps) {
            shapes.add(new Shape.Words(
                    LEFT + step * width,
                    y + 28,
                    Measure.number(least + (most - least) * step / steps, 1),
                    Anchor.MIDDLE,
                    RowChart.TEXT,
                    false,
                    Tone.FAINT));
        }
        shapes.add(new Shape.Words(
                LEFT + steps * width / 2,
                y + 28,
                words.of("picture.points"),
                Anchor.MIDDLE,
                RowChart.TEXT,
                false,
                Tone.FAINT));
    }

    private static String says(Results results, Words words) {
        TableRow worst = null;
        TableRow best = null;
        for (TableRow row : results.payoffs()) {
            worst = worst == null || row.number("score") < worst.number("score") ? row : worst;
            best = best == null || row.number("score") > best.number("score") ? row : best;
        }
        return worst == null || best == null
                ? words.of("picture.crosstable.empty")
                : words.of(
                        "picture.crosstable",
                        best.text("bot"),
                        best.text("against"),
                        best.shown("score", 1),
                        worst.text("bot"),
                        worst.text("against"),
                        worst.shown("score", 1));
    }
}

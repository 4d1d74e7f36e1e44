package dev.truce.story.outlook;

import dev.truce.engine.forecast.TradeCurve;
import dev.truce.engine.view.Figures;
import dev.truce.story.facts.TradeFacts;
import dev.truce.story.page.Block;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.picture.Axis;
import dev.truce.story.picture.Picture;
import dev.truce.story.picture.Shape;
import dev.truce.story.picture.Shape.Anchor;
import dev.truce.story.picture.Shape.Dash;
import dev.truce.story.picture.Tone;
import dev.truce.story.words.Phrases;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Trade against the displayed tariff, with the line below which trade is normal, and where a match stands. */
public final class TradeTopic {
    private static final int WIDTH = 400;
    private static final int HEIGHT = 200;
    private static final int LEFT = 34;
    private static final int TOP = 12;
    private static final int FOOT = 22;
    private static final int RIGHT = 14;
    private static final double TEXT = 10.5;

    private final Phrases phrases;
    private final List<TradeCurve.Point> curve;
    private final Axis across;
    private final Axis up;

    /** @param curve at least two points, the lowest tariff first */
    public TradeTopic(Phrases phrases, List<TradeCurve.Point> curve) {
        this.phrases = phrases;
        this.curve = List.copyOf(curve);
        int most = 100;
        for (TradeCurve.Point point : curve) {
            most = Math.max(most, Math.max(us(point), cn(point)));
        }
        across = Axis.of(0, tariff(curve.get(curve.size() - 1)), LEFT, WIDTH - RIGHT);
        up = Axis.of(0, most, HEIGHT - FOOT, TOP);
    }

    /**
     * Returns the curve as a picture and a table.
     *
     * @param now figures of the last round, or null before there is one
     * @param tried figures that drafted orders lead to, or null
     */
    public Page page(@Nullable Figures now, @Nullable Figures tried) {
        String says = says();
        List<Part> parts = new ArrayList<>();
        parts.add(Part.named("curve")
                .drawn(new Block.Picture(phrases.of("trade.title"), picture(says, now, tried)))
                .said(says));
        List<String> marks = new ArrayList<>(List.of(phrases.of("trade.key")));
        if (now != null) {
            marks.add(phrases.of("trade.now"));
        }
        if (tried != null) {
            marks.add(phrases.of("trade.tried"));
        }
        parts.add(Part.named("key").drawn(Block.Text.of(phrases.clauses(marks))));
        parts.add(Part.named("table").drawn(table()));
        return Page.of(parts);
    }

    private String says() {
        TradeCurve.Point first = curve.get(0);
        TradeCurve.Point last = curve.get(curve.size() - 1);
        return phrases.of(
                "trade.says",
                tariff(first),
                us(first),
                cn(first),
                tariff(last),
                us(last),
                cn(last),
                Figures.NORMAL_TARIFF);
    }

    private Block table() {
        List<Block.Column> columns = List.of(
                Block.Column.right(phrases.of("trade.tariff"), 12),
                Block.Column.right(phrases.of("trade.us"), 26),
                Block.Column.right(phrases.of("trade.cn"), 26));
        List<List<Block.Cell>> rows = new ArrayList<>();
        for (TradeCurve.Point point : curve) {
            rows.add(List.of(
                    Block.Cell.number(Integer.toString(tariff(point))),
                    Block.Cell.number(Integer.toString(us(point))),
                    Block.Cell.number(Integer.toString(cn(point)))));
        }
        return new Block.Captioned(phrases.of("trade.title"), true, new Block.Table(columns, rows));
    }

    private Picture picture(String says, @Nullable Figures now, @Nullable Figures tried) {
        List<Shape> shapes = new ArrayList<>();
        for (double tick : up.ticks()) {
            shapes.add(new Shape.Line(LEFT, up.at(tick), WIDTH - RIGHT, up.at(tick), 1, Tone.RULE));
            words(shapes, LEFT - 6, up.at(tick) + TEXT / 3, tick, Anchor.END);
        }
        for (double tick : across.ticks()) {
            words(shapes, across.at(tick), HEIGHT - FOOT + 14, tick, Anchor.MIDDLE);
        }
        double normal = across.at(Figures.NORMAL_TARIFF);
        shapes.add(new Shape.Curve(
                new double[] {normal, normal}, new double[] {TOP, HEIGHT - (double) FOOT}, 2, Dash.DOTS, Tone.INK));
        shapes.add(new Shape.Words(
                normal + 4,
                TOP + TEXT,
                phrases.of("trade.normal", Figures.NORMAL_TARIFF),
                Anchor.START,
                TEXT,
                false,
                Tone.INK));
        int points = curve.size();
        double[] x = new double[points];
        double[] us = new double[points];
        double[] cn = new double[points];
        for (int i = 0; i < points; i++) {
            x[i] = across.at(curve.get(i).tariffBasisPoints() / 100.0);
            us[i] = up.at(us(curve.get(i)));
            cn[i] = up.at(cn(curve.get(i)));
        }
        shapes.add(new Shape.Curve(x, us, 2, Dash.NONE, Tone.US));
        shapes.add(new Shape.Curve(x, cn, 2, Dash.LONG, Tone.CN));
        shapes.add(new Shape.Words(x[points - 1] + 3, us[points - 1], "U", Anchor.START, TEXT, false, Tone.US));
        shapes.add(
                new Shape.Words(x[points - 1] + 3, cn[points - 1] + TEXT / 2, "C", Anchor.START, TEXT, false, Tone.CN));
        marks(shapes, now, true);
        marks(shapes, tried, false);
        return new Picture(says, WIDTH, HEIGHT, shapes);
    }

    private void marks(List<Shape> shapes, @Nullable Figures figures, boolean round) {
        if (figures != null) {
            double x = across.at(figures.displayedTariffBasisPoints() / 100.0);
            mark(shapes, x, up.at(TradeFacts.usFromCnShare(figures)), round, "U", Tone.US);
            mark(shapes, x, up.at(TradeFacts.cnFromUsShare(figures)), round, "C", Tone.CN);
        }
    }

    private static void mark(List<Shape> shapes, double x, double y, boolean round, String letter, Tone tone) {
        shapes.add(new Shape.Mark(x, y, round, tone));
        shapes.add(new Shape.Words(x + 7, y + TEXT / 3, letter, Anchor.START, TEXT, false, tone));
    }

    private static void words(List<Shape> shapes, double x, double y, double tick, Anchor anchor) {
        shapes.add(new Shape.Words(x, y, Long.toString(Math.round(tick)), anchor, TEXT, false, Tone.FAINT));
    }

    private static int tariff(TradeCurve.Point point) {
        return Math.floorDiv(point.tariffBasisPoints() + 50, 100);
    }

    private static int us(TradeCurve.Point point) {
        return TradeFacts.usFromCnShare(point.usFromCnUsdMillions());
    }

    private static int cn(TradeCurve.Point point) {
        return TradeFacts.cnFromUsShare(point.cnFromUsUsdMillions());
    }
}

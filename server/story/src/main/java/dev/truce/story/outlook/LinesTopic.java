package dev.truce.story.outlook;

import dev.truce.engine.board.Side;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import dev.truce.story.facts.MoveFacts;
import dev.truce.story.page.Block;
import dev.truce.story.page.Chart;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;

/** A record, and a match that was played on from one of its rounds, beside each other: tariffs, scores, and which orders differ. */
public final class LinesTopic {
    private static final int ORDERS = 24;
    private static final String THEN = " / ";

    private final Wording wording;
    private final Phrases phrases;

    /** @param wording the words of the scenario */
    public LinesTopic(Wording wording) {
        this.wording = wording;
        this.phrases = wording.phrases();
    }

    /**
     * Returns both lines.
     *
     * @param round in which they part
     * @param was rounds of the record with both scores, at least one
     * @param now rounds of the match that was played on, likewise
     */
    public Page page(int round, List<RoundView> was, List<RoundView> now) {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.named("head").drawn(new Block.Heading(phrases.of("lines.head", round), false)));
        Part end = Part.named("end");
        List<Chart> charts = new ArrayList<>();
        charts.add(chart(
                phrases.of("chart.tariff"),
                was,
                now,
                view -> 10L * view.figures().displayedTariff()));
        for (Side side : Side.values()) {
            charts.add(chart(phrases.of("lines.score", wording.side(side)), was, now, view -> soFar(view, side)));
            String says = phrases.of(
                    "lines.says",
                    wording.side(side),
                    NumberText.tenth(last(was, side)),
                    NumberText.tenth(last(now, side)));
            parts.add(Part.named("says").drawn(Block.Text.of(says)).said(says));
        }
        for (Chart chart : charts) {
            end = end.said(chart.says());
        }
        parts.add(end.drawn(new Block.Charts(charts)));
        parts.add(Part.named("rounds")
                .drawn(new Block.Captioned(phrases.of("lines.rounds"), true, table(round, was, now))));
        return Page.of(parts);
    }

    private Chart chart(String title, List<RoundView> was, List<RoundView> now, ToLongFunction<RoundView> figure) {
        int rounds = Math.min(was.size(), now.size());
        List<Long> first =
                was.subList(0, rounds).stream().map(figure::applyAsLong).toList();
        List<Long> second =
                now.subList(0, rounds).stream().map(figure::applyAsLong).toList();
        List<Chart.Curve> curves = List.of(
                new Chart.Curve('A', phrases.of("lines.was"), first),
                new Chart.Curve('B', phrases.of("lines.now"), second));
        return Chart.from(1, title, curves, phrases.of("lines.key")).said(phrases);
    }

    private Block.Table table(int round, List<RoundView> was, List<RoundView> now) {
        List<Block.Column> columns = new ArrayList<>();
        columns.add(Block.Column.left(phrases.of("history.r"), 4));
        columns.add(Block.Column.left(phrases.of("history.tariff"), 10));
        for (Side side : Side.values()) {
            columns.add(Block.Column.left(phrases.of("lines.score", side), 16));
            columns.add(Block.Column.left(phrases.of("history.orders", side), 2 * ORDERS));
        }
        List<List<Block.Cell>> rows = new ArrayList<>();
        for (int i = round - 1; i < Math.min(was.size(), now.size()); i++) {
            RoundView before = was.get(i);
            RoundView after = now.get(i);
            List<Block.Cell> row = new ArrayList<>();
            row.add(Block.Cell.of(Integer.toString(before.round())));
            row.add(Block.Cell.number(
                    before.figures().displayedTariff() + THEN + after.figures().displayedTariff()));
            for (Side side : Side.values()) {
                row.add(Block.Cell.number(
                        NumberText.tenth(soFar(before, side)) + THEN + NumberText.tenth(soFar(after, side))));
                String first = orders(before, side);
                String second = orders(after, side);
                row.add(Block.Cell.of(
                        Objects.equals(first, second) ? phrases.of("lines.same") : first + THEN + second));
            }
            rows.add(row);
        }
        return new Block.Table(columns, rows);
    }

    private String orders(RoundView view, Side side) {
        List<LevelChange> moves = MoveFacts.ordered(view, side);
        return moves.isEmpty()
                ? phrases.of("round.hold")
                : phrases.row(moves.stream().map(wording::bareChange).toList());
    }

    private static long last(List<RoundView> rounds, Side side) {
        return soFar(rounds.get(rounds.size() - 1), side);
    }

    private static long soFar(RoundView view, Side side) {
        return NumberText.tenths(
                MoveFacts.card(view, side).map(ScoreCard::scoreSoFarMilli).orElse(0));
    }
}

package dev.truce.story.debrief;

import dev.truce.engine.board.Side;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import dev.truce.story.page.Block;
import dev.truce.story.page.Part;
import dev.truce.story.topic.TurningPoints;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where each table turned. */
final class TurnParts {
    private static final int MAX_TURNS = 4;

    private final ClassTables tables;
    private final Wording wording;

    TurnParts(ClassTables tables, Wording wording) {
        this.tables = tables;
        this.wording = wording;
    }

    List<Part> parts() {
        TurningPoints points = new TurningPoints(wording.phrases());
        List<Block.Item> items = new ArrayList<>();
        for (ClassTable table : tables.ranked()) {
            List<TurningPoints.Point> turns = points.of(table.rounds());
            List<String> told = turns.stream()
                    .sorted(Comparator.comparingLong(turn -> -weight(table.rounds(), turn.round())))
                    .limit(MAX_TURNS)
                    .sorted(Comparator.comparingInt(TurningPoints.Point::round))
                    .map(turn -> "r" + turn.round() + " " + turn.text())
                    .toList();
            String all = told.isEmpty()
                    ? wording.text("debrief.turns.none")
                    : wording.phrases().clauses(told);
            items.add(new Block.Item(
                    TableWords.table(table, wording),
                    turns.size() > MAX_TURNS
                            ? wording.text("debrief.turns.more", all, turns.size() - MAX_TURNS)
                            : all));
        }
        return List.of(TableWords.paragraph(wording.text(tables.key("debrief.turns"))), TableWords.list(items));
    }

    /** Returns how much a round turned the match: first those with a breach or a catch, then by the change of the joint score. */
    private static long weight(List<RoundView> rounds, int round) {
        RoundView view = rounds.get(round - 1);
        for (Side side : Side.values()) {
            if (view.side(side).severityMilli() > 0 || view.side(side).caughtOn() != null) {
                return Long.MAX_VALUE;
            }
        }
        return round == 1 ? 0 : Math.abs(joint(view) - joint(rounds.get(round - 2)));
    }

    private static long joint(RoundView view) {
        return view.scores().stream().mapToLong(ScoreCard::scoreMilli).sum();
    }
}

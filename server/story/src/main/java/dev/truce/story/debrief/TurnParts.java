package dev.truce.story.debrief;

import dev.truce.story.page.Block;
import dev.truce.story.page.Part;
import dev.truce.story.topic.TurningPoints;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** Where each table turned. */
final class TurnParts {
    private static final int MAX_TURNS = 6;

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
            List<String> told = turns.subList(0, Math.min(MAX_TURNS, turns.size())).stream()
                    .map(turn -> "r" + turn.round() + " " + turn.text())
                    .toList();
            String all = told.isEmpty()
                    ? wording.text("debrief.turns.none")
                    : String.join(wording.text("list.semicolon"), told);
            items.add(new Block.Item(
                    TableWords.table(table, wording),
                    turns.size() > MAX_TURNS
                            ? wording.text("debrief.turns.more", all, turns.size() - MAX_TURNS)
                            : all));
        }
        return List.of(TableWords.paragraph(wording.text("debrief.turns")), TableWords.list(items));
    }
}

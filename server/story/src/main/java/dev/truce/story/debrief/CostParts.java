package dev.truce.story.debrief;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.story.page.CaptionedTable;
import dev.truce.story.page.Part;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the scores of the class differ by from holding the truce; the lines add up, table by table and in all. */
final class CostParts {
    private static final int NAMED = 3;

    private final ClassTables tables;
    private final Phrases phrases;
    private final Wording wording;
    private final BySide<Costs> costs;

    CostParts(ClassTables tables, Wording wording) {
        this.tables = tables;
        this.wording = wording;
        this.phrases = wording.phrases();
        this.costs = tables.costs();
    }

    List<Part> parts() {
        List<CostKind> kinds = new ArrayList<>();
        for (CostKind kind : CostKind.values()) {
            if (costs.us().of(kind) != 0 || costs.cn().of(kind) != 0) {
                kinds.add(kind);
            }
        }
        kinds.sort(Comparator.comparingLong(this::both));
        List<Part> parts = new ArrayList<>();
        parts.add(TableWords.paragraph(headline(kinds)));
        parts.add(inAll(kinds));
        parts.add(byTable(kinds));
        return parts;
    }

    private long both(CostKind kind) {
        return costs.us().of(kind) + costs.cn().of(kind);
    }

    private String headline(List<CostKind> kinds) {
        long lost = kinds.stream().mapToLong(kind -> Math.min(0, both(kind))).sum();
        if (lost == 0) {
            return phrases.of(tables.key("debrief.costs.none"));
        }
        List<String> named = kinds.stream()
                .filter(kind -> both(kind) < 0)
                .limit(NAMED)
                .map(kind -> phrases.of("debrief.costs.share", name(kind), NumberText.share(both(kind), lost)))
                .toList();
        return phrases.of(tables.key("debrief.costs"), phrases.row(named));
    }

    private Part inAll(List<CostKind> kinds) {
        List<List<String>> rows = new ArrayList<>();
        for (CostKind kind : kinds) {
            rows.add(List.of(
                    name(kind),
                    NumberText.signedTenth(costs.us().of(kind)),
                    NumberText.signedTenth(costs.cn().of(kind)),
                    NumberText.signedTenth(both(kind))));
        }
        rows.add(List.of(
                phrases.of("debrief.costs.sum"),
                NumberText.signedTenth(costs.us().total()),
                NumberText.signedTenth(costs.cn().total()),
                NumberText.signedTenth(costs.us().total() + costs.cn().total())));
        return CaptionedTable.of(
                phrases,
                phrases.of(tables.key("debrief.costs.caption")),
                false,
                List.of(
                        phrases.of("debrief.column.cause"),
                        Side.US.toString(),
                        Side.CN.toString(),
                        phrases.of("debrief.column.both")),
                rows);
    }

    private Part byTable(List<CostKind> kinds) {
        List<List<String>> rows = new ArrayList<>();
        for (ClassTable table : tables.ranked()) {
            for (Side side : Side.values()) {
                Costs of = table.costs().of(side);
                List<String> largest = kinds.stream()
                        .filter(kind -> of.of(kind) != 0)
                        .sorted(Comparator.comparingLong((CostKind kind) -> -Math.abs(of.of(kind))))
                        .map(kind -> name(kind) + " " + NumberText.signedTenth(of.of(kind)))
                        .toList();
                rows.add(List.of(
                        TableWords.table(table, wording) + " " + side,
                        NumberText.signedTenth(of.total()),
                        phrases.row(largest)));
            }
        }
        return CaptionedTable.of(
                phrases,
                phrases.of(tables.key("debrief.costs.by-table")),
                true,
                List.of(
                        phrases.of("debrief.column.table"),
                        phrases.of("debrief.column.against-truce"),
                        phrases.of("debrief.column.parts")),
                rows);
    }

    private String name(CostKind kind) {
        return phrases.of("debrief.cost." + kind.word());
    }
}

package dev.truce.story.debrief;

import dev.truce.engine.board.Side;
import dev.truce.story.page.CaptionedTable;
import dev.truce.story.page.Part;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** The table of all tables. */
final class TableParts {
    private final Debrief debrief;
    private final ClassTables tables;
    private final Wording wording;
    private final Phrases phrases;

    TableParts(Debrief debrief, Wording wording) {
        this.debrief = debrief;
        this.tables = debrief.tables();
        this.wording = wording;
        this.phrases = wording.phrases();
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        parts.add(TableWords.paragraph(phrases.of("debrief.tables")));
        if (tables.havePar()) {
            parts.add(TableWords.paragraph(phrases.of("debrief.par")));
        }
        parts.add(CaptionedTable.of(
                phrases,
                caption(),
                false,
                heads(),
                tables.ranked().stream().map(this::row).toList()));
        if (tables.shown().stream().anyMatch(table -> !table.isPlayed())) {
            parts.add(TableWords.paragraph(phrases.of("debrief.tables.marked")));
        }
        if (debrief.names().mode() != TableNames.Mode.OFF) {
            parts.add(people());
        }
        return parts;
    }

    private List<String> heads() {
        List<String> heads = new ArrayList<>(List.of(
                phrases.of("debrief.column.table"),
                Side.US.toString(),
                Side.CN.toString(),
                phrases.of("debrief.column.joint")));
        if (tables.havePar()) {
            heads.add(phrases.of("debrief.column.to-par"));
        }
        heads.addAll(List.of(
                phrases.of("debrief.column.broke"),
                phrases.of("debrief.column.word"),
                phrases.of("debrief.column.tariffs", tables.rounds())));
        return heads;
    }

    private String caption() {
        ClassTable first = tables.ranked().get(0);
        return phrases.of(
                tables.place(first) == 0
                        ? "debrief.tables.caption.outside"
                        : tables.key(tables.havePar() ? "debrief.tables.caption.par" : "debrief.tables.caption"),
                TableWords.table(first, wording),
                tables.place(first),
                tables.counted().size());
    }

    private List<String> row(ClassTable table) {
        int covert = 0;
        int open = 0;
        for (Side side : Side.values()) {
            covert += table.covertBreaches(side, wording.scenario());
            open += table.openBreaches(side);
        }
        List<String> row = new ArrayList<>(List.of(
                TableWords.table(table, wording),
                TableWords.score(table, Side.US),
                TableWords.score(table, Side.CN),
                TableWords.tenth(table.jointTenths())));
        if (tables.havePar()) {
            row.add(NumberText.signedTenth(table.jointToParTenths()));
        }
        row.addAll(List.of(
                covert + ":" + open,
                phrases.of("ledger.tally", table.kept(), table.counted()),
                TableWords.tariffs(table)));
        return row;
    }

    /** Who headed the delegations. */
    private Part people() {
        List<List<String>> rows = new ArrayList<>();
        for (ClassTable table : tables.ranked()) {
            List<String> row = new ArrayList<>(List.of(TableWords.table(table, wording)));
            for (Side side : Side.values()) {
                row.add(TableWords.head(table, side, debrief, wording));
            }
            rows.add(row);
        }
        return CaptionedTable.of(
                phrases,
                phrases.of("debrief.people.caption"),
                false,
                List.of(
                        phrases.of("debrief.column.table"),
                        phrases.of("debrief.column.head", Side.US),
                        phrases.of("debrief.column.head", Side.CN)),
                rows);
    }
}

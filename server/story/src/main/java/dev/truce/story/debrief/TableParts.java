package dev.truce.story.debrief;

import dev.truce.engine.board.Side;
import dev.truce.match.Seat;
import dev.truce.story.page.CaptionedTable;
import dev.truce.story.page.Part;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
        List<ClassTable> unfinished =
                tables.shown().stream().filter(ClassTable::isUnfinished).toList();
        if (!unfinished.isEmpty()) {
            parts.add(TableWords.paragraph(phrases.of("debrief.unfinished", unfinished(unfinished))));
        }
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
            boolean compared = tables.shown().stream().anyMatch(this::isMarkedAndCompared);
            parts.add(TableWords.paragraph(
                    phrases.of(compared ? "debrief.tables.marked.compared" : "debrief.tables.marked")));
        }
        if (debrief.names().mode() != TableNames.Mode.OFF) {
            parts.add(people());
        }
        List<String> late = late();
        if (!late.isEmpty()) {
            parts.add(TableWords.paragraph(phrases.of("debrief.late", phrases.row(late))));
        }
        return parts;
    }

    /** Whether a score has a mark and a place nevertheless: without people all are compared. */
    private boolean isMarkedAndCompared(ClassTable table) {
        return (!table.isPlayed() && tables.place(table) > 0)
                || Arrays.stream(Side.values())
                        .anyMatch(side -> !table.isPlayed(side) && tables.place(table, side) > 0);
    }

    /** Which matches were ended after how many rounds. */
    private String unfinished(List<ClassTable> ended) {
        Map<Integer, List<ClassTable>> byRounds = new TreeMap<>();
        ended.forEach(table -> byRounds.computeIfAbsent(table.rounds().size(), unused -> new ArrayList<>())
                .add(table));
        List<String> told = new ArrayList<>();
        byRounds.forEach((rounds, same) ->
                told.add(phrases.of("debrief.unfinished.tables", TableWords.tables(same, wording), rounds)));
        return phrases.row(told);
    }

    /** Who came to his seat after the first round. */
    private List<String> late() {
        List<String> late = new ArrayList<>();
        for (ClassTable table : tables.ranked()) {
            for (Seat seat : SeatRound.seats(table.replay().match())) {
                int from = debrief.names().from().apply(table, seat);
                if (from > 1) {
                    String name = debrief.names().mode() == TableNames.Mode.REAL
                            ? wording.safe(debrief.names().of().apply(table, seat))
                            : "";
                    late.add(phrases.of(
                                    "debrief.late.one", name, TableWords.table(table, wording), seat.toString(), from)
                            .strip());
                }
            }
        }
        return late;
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
        if (tables.isAlone()) {
            return phrases.of("debrief.section.tables.one");
        }
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

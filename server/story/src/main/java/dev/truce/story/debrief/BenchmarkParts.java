package dev.truce.story.debrief;

import dev.truce.engine.board.Side;
import dev.truce.story.page.Block;
import dev.truce.story.page.CaptionedTable;
import dev.truce.story.page.Part;
import dev.truce.story.picture.Picture;
import dev.truce.story.picture.RowChart;
import dev.truce.story.picture.Shape.Dash;
import dev.truce.story.picture.Tone;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The scores of all tables against the benchmarks and the mean of the class. */
final class BenchmarkParts {
    /** What honest bargaining reaches, tenths; mutual war is 0: the two ends of the scale. */
    private static final long HONEST = 1000;

    private static final int ROW = 26;
    private static final int KEY = 90;

    private final Debrief debrief;
    private final ClassTables tables;
    private final Wording wording;
    private final Phrases phrases;

    BenchmarkParts(Debrief debrief, Wording wording) {
        this.debrief = debrief;
        this.tables = debrief.tables();
        this.wording = wording;
        this.phrases = wording.phrases();
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        parts.add(TableWords.paragraph(phrases.of(
                tables.isAlone() ? "debrief.benchmarks.alone" : "debrief.benchmarks",
                TableWords.tenth(truce()),
                TableWords.tenth(HONEST),
                TableWords.tenth(0),
                TableWords.tenth(tables.meanJointTenths()))));
        String says = says();
        parts.add(Part.named("picture")
                .drawn(new Block.Picture(phrases.of("debrief.section.scores"), picture(says)))
                .said(says));
        for (Side side : Side.values()) {
            parts.add(against(side));
        }
        return parts;
    }

    /** Which tables have the highest and the lowest of the scores that are drawn; their order goes by another figure. */
    private String says() {
        List<ClassTable> shown = tables.shown();
        TableExtremes joint = TableExtremes.of(shown, ClassTable::jointTenths);
        String most = TableWords.tenth(joint.most());
        if (tables.only() != 0 || tables.isAlone()) {
            return phrases.of("debrief.scores.says.one", TableWords.table(shown.get(0), wording), most);
        } else if (joint.areEqual()) {
            return phrases.of("debrief.scores.says.equal", most);
        }
        return phrases.of(
                "debrief.scores.says",
                TableWords.tables(joint.highest(), wording),
                most,
                TableWords.tables(joint.lowest(), wording),
                TableWords.tenth(joint.least()));
    }

    /** What holding the truce would have scored both sides together, tenths: the mean over the tables, which may differ in rounds. */
    private long truce() {
        return ClassTables.mean(
                tables.tables(), table -> NumberText.mean(table.truceTenths(Side.US), table.truceTenths(Side.CN)));
    }

    private Picture picture(String says) {
        List<ClassTable> ranked = tables.ranked();
        double least = 0;
        double most = HONEST;
        for (ClassTable table : ranked) {
            for (Side side : Side.values()) {
                least = Math.min(least, table.tenths(side));
                most = Math.max(most, table.tenths(side));
            }
        }
        RowChart chart = new RowChart(
                ranked.stream().map(table -> TableWords.table(table, wording)).toList(),
                least / 10,
                most / 10,
                ROW,
                phrases.of("debrief.scores.axis"));
        chart.legend(0, true, Tone.US, Side.US.toString());
        chart.legend(KEY, false, Tone.CN, Side.CN.toString());
        chart.legend(2 * KEY, Dash.LONG, Tone.INK, phrases.of("debrief.scores.truce"));
        chart.line(truce() / 10.0, Dash.LONG, Tone.INK);
        for (int row = 0; row < ranked.size(); row++) {
            chart.value(ranked.get(row).tenths(Side.US) / 10.0, row, 0, true, Tone.US);
            chart.value(ranked.get(row).tenths(Side.CN) / 10.0, row, 0, false, Tone.CN);
            chart.behind(row, TableWords.tenth(ranked.get(row).jointTenths()));
        }
        return chart.picture(says);
    }

    /** Those who played a side, against the mean of all who did. */
    private Part against(Side side) {
        boolean named = debrief.names().mode() != TableNames.Mode.OFF;
        boolean pars = tables.havePar();
        long mean = pars ? tables.meanToParTenths(side) : tables.meanTenths(side);
        List<String> heads = new ArrayList<>(List.of(phrases.of("debrief.column.table")));
        if (named) {
            heads.add(phrases.of("debrief.column.name"));
        }
        heads.add(phrases.of("debrief.column.score"));
        if (pars) {
            heads.addAll(List.of(phrases.of("debrief.column.par"), phrases.of("debrief.column.to-par")));
        } else if (!tables.isAlone()) {
            heads.add(phrases.of("debrief.column.against"));
        }
        if (!tables.isAlone()) {
            heads.add(phrases.of("debrief.column.place"));
        }
        List<List<String>> rows = new ArrayList<>();
        tables.shown().stream()
                .sorted(Comparator.comparing((ClassTable table) -> tables.place(table, side) == 0)
                        .thenComparingLong(table -> -table.toParTenths(side)))
                .forEach(table -> {
                    List<String> row = new ArrayList<>(List.of(TableWords.table(table, wording)));
                    if (named) {
                        row.add(TableWords.head(table, side, debrief, wording));
                    }
                    int place = tables.place(table, side);
                    row.add(TableWords.score(table, side));
                    if (pars) {
                        row.add(TableWords.tenth(table.parTenths(side)));
                    }
                    if (pars || !tables.isAlone()) {
                        long from = pars ? 0 : mean;
                        row.add(place == 0 ? "-" : NumberText.signedTenth(table.toParTenths(side) - from));
                    }
                    if (!tables.isAlone()) {
                        row.add(place == 0 ? "-" : String.valueOf(place));
                    }
                    rows.add(row);
                });
        String caption = pars
                ? phrases.of(tables.key("debrief.against.par"), side, NumberText.signedTenth(mean))
                : phrases.of(tables.key("debrief.against.caption"), side, TableWords.tenth(mean));
        if (tables.isAlone()) {
            caption = phrases.of("debrief.against.alone", side);
        }
        return CaptionedTable.of(phrases, caption, false, heads, rows);
    }
}

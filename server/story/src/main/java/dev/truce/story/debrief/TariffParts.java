package dev.truce.story.debrief;

import dev.truce.engine.view.Figures;
import dev.truce.story.page.Block;
import dev.truce.story.page.Part;
import dev.truce.story.picture.Panels;
import dev.truce.story.picture.Picture;
import dev.truce.story.picture.Shape.Dash;
import dev.truce.story.picture.Tone;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The displayed tariff by round: a small chart for each table. */
final class TariffParts {
    private static final int MEAN_KEY = 170;
    private static final int NORMAL_KEY = 400;

    private final ClassTables tables;
    private final Wording wording;
    private final Phrases phrases;

    TariffParts(ClassTables tables, Wording wording) {
        this.tables = tables;
        this.wording = wording;
        this.phrases = wording.phrases();
    }

    List<Part> parts() {
        int last = tables.rounds();
        if (last == 0) {
            return List.of();
        }
        double[] means = new double[last];
        for (int round = 1; round <= last; round++) {
            double all = mean(tables.tables(), round).orElse(0);
            // Those that are compared may have played fewer rounds than one that is not.
            means[round - 1] = mean(tables.counted(), round).orElse(all);
        }
        int most = tables.tables().stream().mapToInt(TariffParts::peak).max().orElse(0);
        String says = says(means[last - 1]);
        List<Part> parts = new ArrayList<>();
        parts.add(TableWords.paragraph(phrases.of(tables.key("debrief.tariffs"))));
        parts.add(Part.named("picture")
                .drawn(new Block.Picture(phrases.of("debrief.section.tariffs"), picture(means, most, says)))
                .said(says));
        return parts;
    }

    /** The mean tariff of the tables that played a round. */
    private static OptionalDouble mean(List<ClassTable> of, int round) {
        return of.stream()
                .filter(table -> round <= table.tariffs().size())
                .mapToInt(table -> table.tariffs().get(round - 1))
                .average();
    }

    private Picture picture(double[] means, int most, String says) {
        int last = means.length;
        Panels panels = new Panels(0, Math.max(most, Figures.NORMAL_TARIFF), last);
        panels.key(0, Dash.NONE, Tone.US, phrases.of("debrief.tariffs.key"));
        if (!tables.isAlone()) {
            panels.key(MEAN_KEY, Dash.LONG, Tone.FAINT, phrases.of("debrief.tariffs.mean"));
        }
        panels.key(NORMAL_KEY, Dash.DOTS, Tone.FAINT, phrases.of("debrief.tariffs.normal", Figures.NORMAL_TARIFF));
        for (ClassTable table : tables.ranked()) {
            Panels.Panel panel = panels.add(TableWords.table(table, wording));
            panel.curve(last, round -> Figures.NORMAL_TARIFF, Dash.DOTS, Tone.FAINT);
            if (!tables.isAlone()) {
                panel.curve(last, round -> means[round - 1], Dash.LONG, Tone.FAINT);
            }
            panel.curve(table.tariffs().size(), round -> table.tariffs().get(round - 1), Dash.NONE, Tone.US);
        }
        return panels.picture(says, phrases.of("debrief.tariffs.axes"));
    }

    private String says(double meanAtEnd) {
        if (tables.isAlone()) {
            ClassTable table = tables.shown().get(0);
            int peak = peak(table);
            return phrases.of(
                    "debrief.tariffs.says.alone",
                    end(table),
                    peak,
                    table.tariffs().indexOf(peak) + 1);
        }
        if (tables.only() != 0) {
            ClassTable table = tables.shown().get(0);
            String name = TableWords.table(table, wording);
            return phrases.of(
                    "debrief.tariffs.says.one",
                    Math.round(meanAtEnd),
                    name,
                    end(table),
                    name,
                    peak(table),
                    table.tariffs().indexOf(peak(table)) + 1);
        }
        TableExtremes ends = TableExtremes.of(tables.tables(), TariffParts::end);
        TableExtremes peaks = TableExtremes.of(tables.tables(), TariffParts::peak);
        String last = ends.areEqual()
                ? phrases.of("debrief.tariffs.end.equal", ends.least())
                : phrases.of(
                        "debrief.tariffs.end",
                        Math.round(meanAtEnd),
                        TableWords.tables(ends.lowest(), wording),
                        ends.least());
        return phrases.of("debrief.tariffs.says", last, highest(peaks));
    }

    private String highest(TableExtremes peaks) {
        if (peaks.areEqual()) {
            return phrases.of("debrief.tariffs.peak.equal", peaks.most());
        } else if (peaks.highest().size() > 1) {
            return phrases.of("debrief.tariffs.peak.shared", TableWords.tables(peaks.highest(), wording), peaks.most());
        }
        ClassTable table = peaks.highest().get(0);
        return phrases.of(
                "debrief.tariffs.peak",
                TableWords.table(table, wording),
                peak(table),
                table.tariffs().indexOf(peak(table)) + 1);
    }

    private static int end(ClassTable table) {
        return table.tariffs().get(table.tariffs().size() - 1);
    }

    private static int peak(ClassTable table) {
        return table.tariffs().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}

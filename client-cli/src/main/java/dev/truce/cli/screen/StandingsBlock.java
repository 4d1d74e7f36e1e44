package dev.truce.cli.screen;

import dev.truce.cli.text.Texts;
import dev.truce.engine.text.TextWidth;
import dev.truce.tournament.report.Row;
import java.util.ArrayList;
import java.util.List;

/** The results of a tournament as tables of text, from the rows of its files. */
public final class StandingsBlock {
    /** Columns of a name, with a blank behind it. */
    static final int NAME = 18;

    private StandingsBlock() {}

    /**
     * Returns the table of bots, and what can and cannot be told apart.
     *
     * @param standings rows of the file of standings
     * @param comparisons rows of the file of comparisons
     */
    public static List<String> lines(List<Row> standings, List<Row> comparisons) {
        List<String> lines = new ArrayList<>();
        lines.add(" #  " + TextWidth.pad(Texts.of("standings.bot"), NAME) + Texts.of("standings.head"));
        for (Row row : standings) {
            int wrong = row.whole("illegal") + row.whole("timeout") + row.whole("crash") + row.whole("stall");
            lines.add(TextWidth.padLeft(row.text("place"), 2) + "  "
                    + TextWidth.pad(TextWidth.cut(row.text("bot"), NAME - 1), NAME)
                    + decimal(row, "score", 6)
                    + TextWidth.padLeft(interval(row), 16)
                    + decimal(row, "as_us", 8)
                    + decimal(row, "as_cn", 8)
                    + decimal(row, "joint_score", 8)
                    + TextWidth.padLeft(wrong == 0 ? "-" : Integer.toString(wrong), 8));
        }
        lines.add("");
        lines.addAll(verdicts(standings, comparisons));
        return lines;
    }

    /** Returns what somebody should look at: bots that got something wrong, void matches, too few pairs. */
    public static List<String> warnings(List<Row> standings) {
        List<String> lines = new ArrayList<>();
        int voids = 0;
        boolean few = false;
        for (Row row : standings) {
            int illegal = row.whole("illegal");
            int timeout = row.whole("timeout");
            int crash = row.whole("crash");
            int stall = row.whole("stall");
            if (illegal + timeout + crash + stall > 0) {
                lines.addAll(TextWidth.wrap(
                        "", Texts.of("standings.wrong", row.text("bot"), illegal, timeout, crash, stall)));
            }
            voids += row.whole("server_fault");
            few |= row.text("basis").equals("too-few");
        }
        if (voids > 0) {
            lines.addAll(TextWidth.wrap("", Texts.of("standings.void", voids / 2)));
        }
        if (few) {
            lines.addAll(TextWidth.wrap("", Texts.of("standings.warn-few")));
        }
        return lines;
    }

    private static List<String> verdicts(List<Row> standings, List<Row> comparisons) {
        int apart = 0;
        int open = 0;
        int few = 0;
        for (Row row : comparisons) {
            switch (row.text("verdict")) {
                case "first", "second" -> apart++;
                case "too-few" -> few++;
                default -> open++;
            }
        }
        List<String> lines = new ArrayList<>();
        if (!standings.isEmpty()) {
            Row best = standings.get(0);
            String level = best.text("level_with");
            String key = few == comparisons.size()
                    ? "standings.too-few"
                    : level.isEmpty() ? "standings.best" : "standings.level";
            lines.addAll(TextWidth.wrap("", Texts.of(key, best.text("bot"), level.replace(" ", ", "))));
        }
        lines.addAll(TextWidth.wrap("", Texts.of("standings.apart", apart, open, few)));
        return lines;
    }

    private static String interval(Row row) {
        return row.has("low") ? row.shown("low", 2) + ".." + row.shown("high", 2) : Texts.of("standings.few");
    }

    private static String decimal(Row row, String column, int width) {
        return TextWidth.padLeft(row.shown(column, 2), width);
    }
}

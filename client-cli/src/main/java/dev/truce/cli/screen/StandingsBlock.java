package dev.truce.cli.screen;

import dev.truce.cli.text.Texts;
import dev.truce.engine.text.TextWidth;
import dev.truce.tournament.plan.Format;
import dev.truce.tournament.stats.Sprt;
import dev.truce.tournament.table.TableRow;
import java.util.ArrayList;
import java.util.List;

/** The results of a tournament as tables of text, from the rows of its files. */
public final class StandingsBlock {
    /** Columns of a name, with a blank after it. */
    static final int NAME = 18;

    private StandingsBlock() {}

    /**
     * Returns the table of bots, and what can and cannot be told apart.
     *
     * @param format what decides the places
     * @param standings rows of the file of standings
     * @param comparisons rows of the file of comparisons
     */
    public static List<String> lines(Format format, List<TableRow> standings, List<TableRow> comparisons) {
        List<String> lines = new ArrayList<>();
        lines.add(" #  " + TextWidth.pad(Texts.of("standings.bot"), NAME) + Texts.of("standings.head"));
        for (TableRow row : standings) {
            int wrong = row.whole("illegal") + row.whole("timeout") + row.whole("crash") + row.whole("stall");
            lines.add(TextWidth.padLeft(row.text("place"), 2) + "  "
                    + TextWidth.pad(TextWidth.cut(row.text("bot"), NAME - 1), NAME)
                    + decimal(row, "score", 6)
                    + TextWidth.padLeft(interval(row, "low", "high"), 16)
                    + decimal(row, "joint_score", 8)
                    + TextWidth.padLeft(interval(row, "joint_score_low", "joint_score_high"), 16)
                    + TextWidth.padLeft(wrong == 0 ? "-" : Integer.toString(wrong), 8));
        }
        lines.add("");
        lines.addAll(verdicts(format, standings, comparisons));
        return lines;
    }

    /**
     * Returns what the first bot of a gauntlet scored against each other, with an empty line before.
     *
     * @param fixtures rows of the cross table; the first bot of each is that of the gauntlet
     */
    public static List<String> gauntlet(List<TableRow> fixtures) {
        List<String> lines = new ArrayList<>();
        if (fixtures.isEmpty()) {
            return lines;
        }
        lines.add("");
        lines.addAll(
                TextWidth.wrap("", Texts.of("gauntlet.title", fixtures.get(0).text("first"))));
        lines.add("  " + TextWidth.pad(Texts.of("standings.bot"), NAME) + Texts.of("gauntlet.head"));
        for (TableRow row : fixtures) {
            lines.add("  "
                    + TextWidth.pad(TextWidth.cut(row.text("second"), NAME - 1), NAME)
                    + decimal(row, "first_score", 7)
                    + TextWidth.padLeft(interval(row, "first_score_low", "first_score_high"), 16)
                    + decimal(row, "lead", 8)
                    + TextWidth.padLeft(interval(row, "low", "high"), 16)
                    + "  " + Texts.of("gauntlet." + row.text("verdict")));
        }
        return lines;
    }

    /** Returns what the sequential test says, if there was one. */
    public static List<String> sequential(List<TableRow> tests) {
        List<String> lines = new ArrayList<>();
        for (TableRow row : tests) {
            Sprt test = Sprt.parse(row.text("test"));
            String verdict = row.text("verdict");
            boolean isD1 = verdict.equals(Sprt.Verdict.D1.word());
            if (isD1 || verdict.equals(Sprt.Verdict.D0.word())) {
                boolean isMore = isD1 == test.d0() < test.d1();
                lines.addAll(TextWidth.wrap(
                        "",
                        Texts.of(
                                isMore ? "sprt.more" : "sprt.less",
                                row.text("test"),
                                row.text("pairs"),
                                verdict,
                                row.text("first"),
                                row.text("second"),
                                isD1 ? test.d0() : test.d1())));
            } else {
                lines.addAll(TextWidth.wrap("", Texts.of("sprt." + verdict, row.text("test"), row.text("pairs"))));
            }
        }
        return lines;
    }

    /** Returns what somebody should look at: bots that got something wrong, void matches, too few pairs. */
    public static List<String> warnings(List<TableRow> standings) {
        List<String> lines = new ArrayList<>();
        int voids = 0;
        boolean few = false;
        for (TableRow row : standings) {
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

    private static List<String> verdicts(Format format, List<TableRow> standings, List<TableRow> comparisons) {
        int apart = 0;
        int open = 0;
        int few = 0;
        for (TableRow row : comparisons) {
            switch (row.text("verdict")) {
                case "first", "second" -> apart++;
                case "too-few" -> few++;
                default -> open++;
            }
        }
        List<String> lines = new ArrayList<>();
        if (!standings.isEmpty()) {
            TableRow best = standings.get(0);
            String level = best.text("level_with");
            // In swiss and knockout the first need not have the highest score.
            String what = format == Format.SWISS || format == Format.KNOCKOUT ? "standings.first" : "standings.best";
            String key = few == comparisons.size() ? "standings.too-few" : level.isEmpty() ? what : what + ".level";
            lines.addAll(TextWidth.wrap("", Texts.of(key, best.text("bot"), level.replace(" ", ", "))));
        }
        lines.addAll(TextWidth.wrap("", Texts.of("standings.apart", apart, open, few)));
        return lines;
    }

    private static String interval(TableRow row, String low, String high) {
        return row.has(low) ? row.shown(low, 2) + ".." + row.shown(high, 2) : Texts.of("standings.few");
    }

    private static String decimal(TableRow row, String column, int width) {
        return TextWidth.padLeft(row.shown(column, 2), width);
    }
}

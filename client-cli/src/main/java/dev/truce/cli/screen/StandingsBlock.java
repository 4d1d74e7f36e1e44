package dev.truce.cli.screen;

import dev.truce.cli.text.Columns;
import dev.truce.cli.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The results of a tournament as tables of text, from the rows of its files. */
public final class StandingsBlock {
    private static final int NAME = 18;

    private StandingsBlock() {}

    /**
     * Returns the table of bots, and what can and cannot be told apart.
     *
     * @param standings rows of the file of standings
     * @param comparisons rows of the file of comparisons
     */
    public static List<String> lines(List<Map<String, String>> standings, List<Map<String, String>> comparisons) {
        List<String> lines = new ArrayList<>();
        lines.add(" #  " + Columns.pad(Texts.of("standings.bot"), NAME) + Texts.of("standings.head"));
        for (Map<String, String> row : standings) {
            int wrong = number(row, "illegal") + number(row, "timeout") + number(row, "crash") + number(row, "stall");
            lines.add(Columns.padLeft(cell(row, "place"), 2) + "  "
                    + Columns.pad(Columns.cut(cell(row, "bot"), NAME - 1), NAME)
                    + decimal(row, "score", 6)
                    + Columns.padLeft(interval(row), 16)
                    + decimal(row, "as_us", 8)
                    + decimal(row, "as_cn", 8)
                    + decimal(row, "joint_score", 8)
                    + Columns.padLeft(wrong == 0 ? "-" : Integer.toString(wrong), 8));
        }
        lines.add("");
        lines.addAll(verdicts(standings, comparisons));
        return lines;
    }

    /** Returns what somebody should look at: bots that got something wrong, void matches, too few pairs. */
    public static List<String> warnings(List<Map<String, String>> standings) {
        List<String> lines = new ArrayList<>();
        int voids = 0;
        boolean few = false;
        for (Map<String, String> row : standings) {
            int illegal = number(row, "illegal");
            int timeout = number(row, "timeout");
            int crash = number(row, "crash");
            int stall = number(row, "stall");
            if (illegal + timeout + crash + stall > 0) {
                lines.addAll(Columns.wrap(
                        "", Texts.of("standings.wrong", cell(row, "bot"), illegal, timeout, crash, stall)));
            }
            voids += number(row, "server_fault");
            few |= cell(row, "basis").equals("too-few");
        }
        if (voids > 0) {
            lines.addAll(Columns.wrap("", Texts.of("standings.void", voids / 2)));
        }
        if (few) {
            lines.addAll(Columns.wrap("", Texts.of("standings.warn-few")));
        }
        return lines;
    }

    private static List<String> verdicts(List<Map<String, String>> standings, List<Map<String, String>> comparisons) {
        int apart = 0;
        int open = 0;
        int few = 0;
        for (Map<String, String> row : comparisons) {
            switch (cell(row, "verdict")) {
                case "first", "second" -> apart++;
                case "too-few" -> few++;
                default -> open++;
            }
        }
        List<String> lines = new ArrayList<>();
        if (!standings.isEmpty()) {
            Map<String, String> best = standings.get(0);
            String level = cell(best, "level_with");
            String key = few == comparisons.size()
                    ? "standings.too-few"
                    : level.isEmpty() ? "standings.best" : "standings.level";
            lines.addAll(Columns.wrap("", Texts.of(key, cell(best, "bot"), level.replace(" ", ", "))));
        }
        lines.addAll(Columns.wrap("", Texts.of("standings.apart", apart, open, few)));
        return lines;
    }

    /**
     * Returns the cross table: what the bot of a line scored against the bot of a column, over both seats.
     *
     * @param standings rows of the file of standings
     * @param fixtures rows of the file of fixtures
     */
    public static List<String> cross(List<Map<String, String>> standings, List<Map<String, String>> fixtures) {
        List<String> names = standings.stream().map(row -> cell(row, "bot")).toList();
        int room = (Columns.SCREEN - 4 - NAME) / 5;
        List<String> lines = new ArrayList<>();
        lines.add(Texts.of("standings.cross"));
        for (int from = 0; from < names.size(); from += room) {
            int to = Math.min(names.size(), from + room);
            StringBuilder head = new StringBuilder(" ".repeat(4 + NAME));
            for (int column = from; column < to; column++) {
                head.append(Columns.padLeft("#" + (column + 1), 5));
            }
            lines.add(head.toString());
            for (int row = 0; row < names.size(); row++) {
                StringBuilder line = new StringBuilder(Columns.padLeft(Integer.toString(row + 1), 2) + "  "
                        + Columns.pad(Columns.cut(names.get(row), NAME - 1), NAME));
                for (int column = from; column < to; column++) {
                    line.append(Columns.padLeft(score(fixtures, names.get(row), names.get(column)), 5));
                }
                lines.add(Columns.trimmed(line.toString()));
            }
        }
        return lines;
    }

    private static String score(List<Map<String, String>> fixtures, String bot, String other) {
        for (Map<String, String> row : fixtures) {
            if (cell(row, "first").equals(bot) && cell(row, "second").equals(other)) {
                return shown(cell(row, "first_score"), 1);
            }
            if (cell(row, "first").equals(other) && cell(row, "second").equals(bot)) {
                return shown(cell(row, "second_score"), 1);
            }
        }
        return "-";
    }

    private static String interval(Map<String, String> row) {
        return cell(row, "low").isEmpty()
                ? Texts.of("standings.few")
                : shown(cell(row, "low"), 2) + ".." + shown(cell(row, "high"), 2);
    }

    private static String decimal(Map<String, String> row, String column, int width) {
        return Columns.padLeft(shown(cell(row, column), 2), width);
    }

    private static String shown(String number, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", Double.parseDouble(number));
    }

    private static int number(Map<String, String> row, String column) {
        return Integer.parseInt(cell(row, column));
    }

    private static String cell(Map<String, String> row, String column) {
        String cell = row.get(column);
        if (cell == null) {
            throw new IllegalArgumentException("no column " + column);
        }
        return cell;
    }
}

package dev.truce.cli.screen;

import dev.truce.cli.text.Texts;
import dev.truce.engine.text.TextWidth;
import dev.truce.tournament.plan.Format;
import dev.truce.tournament.report.Results;
import dev.truce.tournament.table.TableRow;
import java.util.ArrayList;
import java.util.List;

/** The further tables of a tournament's report as text: roles, payoffs, ratings, the field, the sequential test, endings. */
public final class ReportBlocks {
    private static final int PLACE = 4;
    private static final int CELL = 6;
    private static final int NAME = StandingsBlock.NAME;

    private final Results results;
    private final List<String> lines = new ArrayList<>();

    private ReportBlocks(Results results) {
        this.results = results;
    }

    /** Returns the tables, with an empty line before each. */
    public static List<String> lines(Results results) {
        ReportBlocks blocks = new ReportBlocks(results);
        if (results.card().settings().format() == Format.GAUNTLET) {
            blocks.lines.addAll(StandingsBlock.gauntlet(results.fixtures()));
        }
        blocks.level();
        blocks.roles();
        blocks.conduct();
        blocks.matrix("score", "low", "high", "report.cross");
        blocks.matrix("as_us", "as_us_low", "as_us_high", "report.payoff-us");
        blocks.matrix("as_cn", "as_cn_low", "as_cn_high", "report.payoff-cn");
        blocks.ratings();
        blocks.metagame();
        blocks.sprt();
        blocks.endings();
        return blocks.lines;
    }

    /** Says for each bot in words from whom it cannot be told apart. */
    private void level() {
        lines.add("");
        for (TableRow row : results.standings()) {
            List<String> level =
                    row.has("level_with") ? List.of(row.text("level_with").split(" ", -1)) : List.of();
            if (level.size() == results.standings().size() - 1) {
                lines.addAll(TextWidth.wrap("", Texts.of("report.level.all", row.text("bot"))));
            } else if (!level.isEmpty()) {
                lines.addAll(
                        TextWidth.wrap("", Texts.of("report.level.some", row.text("bot"), String.join(", ", level))));
            } else {
                lines.addAll(TextWidth.wrap("", Texts.of("report.level.none", row.text("bot"))));
            }
        }
    }

    private void conduct() {
        title("report.conduct");
        figures("report.conduct.head", "depth_kept", "escalation");
        lines.add("");
        figures("report.conduct.breaches", "breach_rate", "catch_rate");
        lines.add("");
        figures("report.conduct.frontier", "frontier_distance", "clean_score");
    }

    /** Two figures of each bot with their intervals. */
    private void figures(String head, String left, String right) {
        lines.add(" ".repeat(PLACE + NAME) + Texts.of(head));
        for (TableRow row : results.standings()) {
            StringBuilder line = new StringBuilder(start(row));
            for (String column : List.of(left, right)) {
                line.append(padded(row.shown(column, 2), 11))
                        .append(padded(row.interval(column + "_low", column + "_high", 2), 18));
            }
            lines.add(line.toString());
        }
    }

    private void roles() {
        title("report.roles");
        lines.add(" ".repeat(PLACE + NAME) + Texts.of("report.roles.head"));
        for (TableRow row : results.standings()) {
            lines.add(start(row)
                    + padded(row.shown("as_us", 2), 7)
                    + padded(row.interval("as_us_low", "as_us_high", 1), 15)
                    + padded(row.shown("as_cn", 2), 8)
                    + padded(row.interval("as_cn_low", "as_cn_high", 1), 15));
        }
    }

    /** What the bot of a line scored against the bot of a column, in as many parts as the screen needs. */
    private void matrix(String column, String low, String high, String title) {
        List<TableRow> standings = results.standings();
        int room = (TextWidth.SCREEN - PLACE - NAME) / CELL;
        title(title);
        for (int from = 0; from < standings.size(); from += room) {
            int to = Math.min(standings.size(), from + room);
            StringBuilder head = new StringBuilder(" ".repeat(PLACE + NAME));
            for (int other = from; other < to; other++) {
                head.append(padded("#" + (other + 1), CELL));
            }
            lines.add(head.toString());
            for (TableRow row : standings) {
                StringBuilder line = new StringBuilder(start(row));
                for (int other = from; other < to; other++) {
                    String shown = results.payoff(
                                    row.text("bot"), standings.get(other).text("bot"))
                            .map(payoff -> payoff.shown(column, 1))
                            .orElse("-");
                    line.append(padded(shown, CELL));
                }
                lines.add(line.toString());
                reaches(standings.subList(from, to), row, column, low, high);
            }
        }
    }

    /** Adds how far the interval of each cell of a line reaches, if any has one. */
    private void reaches(List<TableRow> others, TableRow row, String column, String low, String high) {
        StringBuilder line = new StringBuilder(" ".repeat(PLACE + NAME));
        for (TableRow other : others) {
            String reach = results.payoff(row.text("bot"), other.text("bot"))
                    .filter(payoff -> payoff.has(low))
                    .map(payoff -> payoff.reach(column, low, high, 1))
                    .orElse("");
            line.append(padded(reach, CELL));
        }
        addReaches(line);
    }

    private void ratings() {
        title("report.ratings");
        lines.add(" ".repeat(PLACE + NAME) + Texts.of("report.ratings.head"));
        for (TableRow row : results.standings()) {
            StringBuilder line = new StringBuilder(start(row));
            StringBuilder reaches = new StringBuilder(" ".repeat(PLACE + NAME));
            for (String seat : List.of("US", "CN")) {
                for (TableRow rating : results.ratings()) {
                    if (rating.is("bot", row.text("bot")) && rating.is("seat", seat)) {
                        line.append(padded(rating.shown("strength", 3), 9))
                                .append(padded(
                                        Texts.of("report.won", rating.shown("wins", 1), rating.text("matches")), 18));
                        reaches.append(reach(rating, "strength", 3, 9)).append(" ".repeat(18));
                    }
                }
            }
            lines.add(line.toString());
            addReaches(reaches);
        }
        if (results.ratings().stream().anyMatch(row -> row.is("helped", "yes"))) {
            lines.addAll(TextWidth.wrap("", Texts.of("report.ratings.helped")));
        }
    }

    private void metagame() {
        if (results.metagame().isEmpty()) {
            lines.add("");
            lines.addAll(TextWidth.wrap("", Texts.of("report.metagame.none")));
            return;
        }
        title("report.metagame");
        lines.add(" ".repeat(PLACE + NAME) + Texts.of("report.metagame.head"));
        for (TableRow standing : results.standings()) {
            for (TableRow row : results.metagame()) {
                if (row.is("bot", standing.text("bot"))) {
                    lines.add(start(standing)
                            + padded(row.shown("nash", 3), 6)
                            + padded(row.shown("lead", 2), 8)
                            + padded(row.shown("replicator", 3), 12)
                            + padded(row.shown("moran", 3), 7)
                            + padded(row.shown("exploited_us", 1), 9)
                            + padded(row.shown("exploited_cn", 1), 6)
                            + padded(row.text("equilibrium"), 6));
                    addReaches(new StringBuilder(" ".repeat(PLACE + NAME))
                            .append(reach(row, "nash", 3, 6))
                            .append(reach(row, "lead", 2, 8))
                            .append(reach(row, "replicator", 3, 12))
                            .append(reach(row, "moran", 3, 7))
                            .append(reach(row, "exploited_us", 1, 9))
                            .append(reach(row, "exploited_cn", 1, 6)));
                }
            }
        }
    }

    private static String reach(TableRow row, String column, int decimals, int width) {
        String low = column + "_low";
        return padded(row.has(low) ? row.reach(column, low, column + "_high", decimals) : "", width);
    }

    /** Adds a line of how far intervals reach, if there is any. */
    private void addReaches(StringBuilder line) {
        if (!line.toString().isBlank()) {
            lines.add(line.toString().stripTrailing());
        }
    }

    private void sprt() {
        if (!results.sprt().isEmpty()) {
            lines.add("");
            lines.addAll(StandingsBlock.sequential(results.sprt()));
        }
    }

    private void endings() {
        title("report.endings");
        lines.add(" ".repeat(PLACE + NAME) + Texts.of("report.endings.head"));
        for (TableRow row : results.standings()) {
            lines.add(start(row)
                    + padded(row.text("normal"), 6)
                    + padded(row.text("illegal"), 8)
                    + padded(row.text("timeout"), 5)
                    + padded(row.text("crash"), 6)
                    + padded(row.text("stall"), 6)
                    + padded(row.text("server_fault"), 5)
                    + padded(row.text("clean_pairs"), 13));
        }
    }

    private void title(String key) {
        lines.add("");
        lines.addAll(TextWidth.wrap("", Texts.of(key)));
    }

    private static String start(TableRow standing) {
        return padded(standing.text("place"), 2) + "  "
                + TextWidth.pad(TextWidth.cut(standing.text("bot"), NAME - 1), NAME);
    }

    private static String padded(String text, int width) {
        return TextWidth.padLeft(text, width);
    }
}

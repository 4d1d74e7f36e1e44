package dev.truce.tournament.report;

import dev.truce.engine.board.Side;
import dev.truce.tournament.table.TableRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** The tables of the page, section by section. */
final class PageTables {
    /** More rows are read from the file. */
    private static final int MAX_ROWS = 300;

    private final Results results;
    private final Html html;

    PageTables(Results results, Html html) {
        this.results = results;
        this.html = html;
    }

    void standings() {
        html.table(
                Words.of("section.standings"),
                heads(
                        "bot",
                        "place",
                        "score",
                        "interval",
                        "basis",
                        "pairs",
                        "joint",
                        "interval",
                        "depth",
                        "interval",
                        "escalation",
                        "interval",
                        "breach",
                        "interval",
                        "catch",
                        "interval",
                        "frontier",
                        "interval"),
                rows(results.standings(), row -> {
                    List<String> cells = new ArrayList<>(List.of(
                            row.text("bot"),
                            row.text("place"),
                            row.shown("score", 2),
                            row.interval("low", "high", 2),
                            row.text("basis"),
                            row.text("pairs")));
                    add(cells, row, "joint_score", 2);
                    add(cells, row, "depth_kept", 3);
                    add(cells, row, "escalation", 2);
                    add(cells, row, "breach_rate", 2);
                    add(cells, row, "catch_rate", 2);
                    add(cells, row, "frontier_distance", 2);
                    return cells;
                }));
        html.paragraph(Words.of("standings.note"));
    }

    /** Adds a figure and its interval. */
    private static void add(List<String> cells, TableRow row, String column, int decimals) {
        cells.add(row.shown(column, decimals));
        cells.add(row.interval(column + "_low", column + "_high", decimals));
    }

    void seats() {
        html.table(
                Words.of("section.seats"),
                heads("bot", "as-us", "interval", "as-cn", "interval", "us-more"),
                rows(
                        results.standings(),
                        row -> List.of(
                                row.text("bot"),
                                row.shown("as_us", 2),
                                row.interval("as_us_low", "as_us_high", 2),
                                row.shown("as_cn", 2),
                                row.interval("as_cn_low", "as_cn_high", 2),
                                RowChart.number(row.number("as_us") - row.number("as_cn"), 2))));
    }

    void crosstable() {
        List<String> names = results.ranking();
        if (names.size() <= Pictures.MAX_BOTS) {
            List<String> heads = new ArrayList<>(heads("bot"));
            List<List<String>> rows = new ArrayList<>();
            for (String name : names) {
                heads.add(name);
                List<String> cells = new ArrayList<>(List.of(name));
                for (String other : names) {
                    cells.add(results.payoff(name, other)
                            .map(payoff -> payoff.shown("score", 1))
                            .orElse("-"));
                }
                rows.add(cells);
            }
            html.folded(Words.of("crosstable.matrix"), heads, rows);
        }
        limited(
                "crosstable.payoffs",
                "payoffs.csv",
                heads("bot", "against", "pairs", "as-us", "interval", "as-cn", "interval", "score", "interval"),
                results.payoffs(),
                row -> List.of(
                        row.text("bot"),
                        row.text("against"),
                        row.text("pairs"),
                        row.shown("as_us", 2),
                        row.interval("as_us_low", "as_us_high", 2),
                        row.shown("as_cn", 2),
                        row.interval("as_cn_low", "as_cn_high", 2),
                        row.shown("score", 2),
                        row.interval("low", "high", 2)));
        limited(
                "crosstable.fixtures",
                "crosstable.csv",
                heads(
                        "first",
                        "second",
                        "pairs",
                        "first-score",
                        "interval",
                        "second-score",
                        "interval",
                        "lead",
                        "interval",
                        "level-holm",
                        "verdict",
                        "won"),
                results.fixtures(),
                row -> {
                    List<String> cells =
                            new ArrayList<>(List.of(row.text("first"), row.text("second"), row.text("pairs")));
                    add(cells, row, "first_score", 2);
                    add(cells, row, "second_score", 2);
                    cells.addAll(List.of(
                            row.shown("lead", 2),
                            row.interval("low", "high", 2),
                            row.level("level_holm"),
                            verdict(row),
                            String.join(
                                    " - ",
                                    row.text("won_0"),
                                    row.text("won_half"),
                                    row.text("won_1"),
                                    row.text("won_1_half"),
                                    row.text("won_2"))));
                    return cells;
                });
    }

    void escalation() {
        RoundMeans rounds = results.rounds();
        List<String> names = results.card().names();
        List<String> shown = names.size() <= Pictures.MAX_BOTS ? results.ranking() : List.of();
        List<String> heads = new ArrayList<>(heads("round", "matches", "as-us", "as-cn"));
        heads.addAll(shown);
        List<List<String>> rows = new ArrayList<>();
        for (int round = 1; round <= rounds.rounds(); round++) {
            List<String> cells = new ArrayList<>(List.of(
                    Integer.toString(round),
                    Integer.toString(rounds.count(Side.US, round)),
                    RowChart.number(rounds.escalation(Side.US, round), 2),
                    RowChart.number(rounds.escalation(Side.CN, round), 2)));
            for (String name : shown) {
                int bot = names.indexOf(name);
                boolean isThere = rounds.count(bot, Side.US, round) + rounds.count(bot, Side.CN, round) > 0;
                cells.add(isThere ? RowChart.number(rounds.escalation(bot, round), 2) : "-");
            }
            rows.add(cells);
        }
        html.folded(Words.of("escalation.table"), heads, rows);
    }

    void evolution() {
        List<String> heads = new ArrayList<>(heads("bot", "nash", "interval", "lead", "interval", "moran", "interval"));
        for (int step : FieldCourse.MILESTONES) {
            heads.add(Words.of("evolution.after", step));
        }
        heads.addAll(heads("interval"));
        List<String> names = results.card().names();
        List<TableRow> field = byPlace(results.metagame());
        html.table(Words.of("evolution.shares"), heads, rows(field, row -> {
            List<String> cells = new ArrayList<>(List.of(row.text("bot")));
            add(cells, row, "nash", 3);
            add(cells, row, "lead", 2);
            add(cells, row, "moran", 3);
            for (int step : FieldCourse.MILESTONES) {
                cells.add(RowChart.number(results.course().at(step)[names.indexOf(row.text("bot"))], 3));
            }
            cells.add(row.interval("replicator_low", "replicator_high", 3));
            return cells;
        }));
        html.table(
                Words.of("evolution.replies"),
                heads(
                        "bot",
                        "best-us",
                        "best-cn",
                        "exploited-us",
                        "interval",
                        "exploited-cn",
                        "interval",
                        "equilibrium"),
                rows(
                        field,
                        row -> List.of(
                                row.text("bot"),
                                row.text("best_us").replace(" ", ", "),
                                row.text("best_cn").replace(" ", ", "),
                                row.shown("exploited_us", 2),
                                row.interval("exploited_us_low", "exploited_us_high", 2),
                                row.shown("exploited_cn", 2),
                                row.interval("exploited_cn_low", "exploited_cn_high", 2),
                                row.text("equilibrium"))));
        html.paragraph(Words.of("evolution.note"));
    }

    /** Returns rows, one for each bot, in the order of the standings. */
    private List<TableRow> byPlace(List<TableRow> rows) {
        List<String> ranking = results.ranking();
        return rows.stream()
                .sorted(Comparator.comparingInt(row -> ranking.indexOf(row.text("bot"))))
                .toList();
    }

    void ratings() {
        html.paragraph(Words.of("about.ratings"));
        List<TableRow> us = byPlace(
                results.ratings().stream().filter(row -> row.is("seat", "US")).toList());
        List<TableRow> cn = byPlace(
                results.ratings().stream().filter(row -> row.is("seat", "CN")).toList());
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < us.size(); i++) {
            List<String> cells = new ArrayList<>(List.of(us.get(i).text("bot")));
            for (TableRow row : List.of(us.get(i), cn.get(i))) {
                add(cells, row, "strength", 3);
                cells.addAll(List.of(row.shown("wins", 1), row.text("matches")));
            }
            rows.add(cells);
        }
        html.table(
                Words.of("section.ratings"),
                heads(
                        "bot",
                        "strength-us",
                        "interval",
                        "wins",
                        "matches",
                        "strength-cn",
                        "interval",
                        "wins",
                        "matches"),
                rows);
        if (results.ratings().stream().anyMatch(row -> row.is("helped", "yes"))) {
            html.paragraph(Words.of("ratings.helped"));
        }
    }

    void comparisons() {
        html.paragraph(Words.of("about.comparisons"));
        html.open("ul");
        for (TableRow row : results.standings()) {
            List<String> level = Findings.levelWith(row);
            String sentence;
            if (level.isEmpty()) {
                sentence = Words.of("comparisons.alone", row.text("bot"));
            } else if (level.size() == results.standings().size() - 1) {
                sentence = Words.of("comparisons.all", row.text("bot"));
            } else {
                sentence = Words.of("comparisons.level", row.text("bot"), Words.list(level));
            }
            html.element("li", sentence);
        }
        html.close();
        limited(
                "comparisons.table",
                "comparisons.csv",
                heads("first", "second", "values", "difference", "interval", "level", "level-holm", "verdict"),
                results.comparisons(),
                row -> List.of(
                        row.text("first"),
                        row.text("second"),
                        row.text("values"),
                        row.shown("difference", 2),
                        row.interval("low", "high", 2),
                        row.level("level"),
                        row.level("level_holm"),
                        verdict(row)));
    }

    void endings() {
        html.paragraph(Words.of("about.endings"));
        html.table(
                Words.of("section.endings"),
                heads(
                        "bot",
                        "normal",
                        "illegal",
                        "timeout",
                        "crash",
                        "stall",
                        "void",
                        "score",
                        "clean-score",
                        "interval",
                        "clean-pairs"),
                rows(
                        results.standings(),
                        row -> List.of(
                                row.text("bot"),
                                row.text("normal"),
                                row.text("illegal"),
                                row.text("timeout"),
                                row.text("crash"),
                                row.text("stall"),
                                row.text("server_fault"),
                                row.shown("score", 2),
                                row.shown("clean_score", 2),
                                row.interval("clean_score_low", "clean_score_high", 2),
                                row.text("clean_pairs"))));
    }

    void columns() {
        html.paragraph(Words.of("about.columns"));
        html.folded(
                Words.of("columns.table"),
                heads("file", "column", "type", "unit", "meaning"),
                rows(
                        results.columns(),
                        row -> List.of(
                                row.text("file"),
                                row.text("column"),
                                row.text("type"),
                                row.text("unit"),
                                row.text("meaning"))));
    }

    private static String verdict(TableRow row) {
        return switch (row.text("verdict")) {
            case "first" -> Words.of("verdict.more", row.text("first"));
            case "second" -> Words.of("verdict.more", row.text("second"));
            case "too-few" -> Words.of("verdict.few");
            default -> Words.of("verdict.level");
        };
    }

    private void limited(
            String caption,
            String file,
            List<String> heads,
            List<TableRow> all,
            Function<TableRow, List<String>> cells) {
        html.folded(Words.of(caption), heads, rows(all.subList(0, Math.min(MAX_ROWS, all.size())), cells));
        if (all.size() > MAX_ROWS) {
            html.paragraph(Words.of("table.more", MAX_ROWS, all.size(), file));
        }
    }

    private static List<List<String>> rows(List<TableRow> rows, Function<TableRow, List<String>> cells) {
        return rows.stream().map(cells).toList();
    }

    private static List<String> heads(String... keys) {
        List<String> heads = new ArrayList<>();
        for (String key : keys) {
            heads.add(Words.of("head." + key));
        }
        return heads;
    }
}

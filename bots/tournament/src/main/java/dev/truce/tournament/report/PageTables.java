package dev.truce.tournament.report;

import dev.truce.engine.board.Side;
import dev.truce.engine.text.TextWidth;
import dev.truce.story.page.Block;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.tournament.report.picture.Picture;
import dev.truce.tournament.report.picture.Svg;
import dev.truce.tournament.table.TableRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;

/** The tables of the page, section by section. */
final class PageTables {
    /** More rows are read from the file. */
    private static final int MAX_ROWS = 300;

    private final Results results;
    private final Words words;
    private final List<Part> parts = new ArrayList<>();

    PageTables(Results results, Words words) {
        this.results = results;
        this.words = words;
    }

    /** Returns what was told since the last page. */
    Page page() {
        Page page = Page.of(parts);
        parts.clear();
        return page;
    }

    void paragraph(String text) {
        parts.add(Part.named("text").drawn(Block.Text.of(text)).said(text));
    }

    /** Tells sentences, each by itself. */
    void list(List<String> sentences) {
        Part list = Part.named("list")
                .drawn(new Block.Items(
                        0,
                        sentences.stream().map(text -> new Block.Item("", text)).toList()));
        for (String sentence : sentences) {
            list = list.said(sentence);
        }
        parts.add(list);
    }

    /** Tells a picture, or why there is none. */
    void picture(Optional<Picture> picture, String section) {
        paragraph(words.of("about." + section));
        if (picture.isEmpty()) {
            paragraph(words.of("picture.none", Pictures.MAX_BOTS));
            return;
        }
        String label = words.of("page.picture", words.of("section." + section));
        String says = picture.get().says();
        parts.add(Part.named("picture")
                .drawn(new Block.Picture(label, says, Svg.of(picture.get())))
                .said(says));
    }

    /** Tells a table; the first cell of a row names the row. */
    void table(String caption, List<String> heads, List<List<String>> rows) {
        table(caption, false, heads, rows);
    }

    /** Tells a table that is folded away on a page until somebody wants to see it. */
    private void folded(String caption, List<String> heads, List<List<String>> rows) {
        table(caption, true, heads, rows);
    }

    private void table(String caption, boolean isFolded, List<String> heads, List<List<String>> rows) {
        List<Block.Column> columns = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            int column = i;
            boolean isOfNumbers = i > 0 && rows.stream().allMatch(row -> isNumber(row.get(column)));
            columns.add(new Block.Column(heads.get(i), width(heads, rows, column), isOfNumbers));
        }
        List<List<Block.Cell>> cells = rows.stream()
                .map(row -> row.stream().map(Block.Cell::of).toList())
                .toList();
        Part part = Part.named("table").drawn(new Block.Captioned(caption, isFolded, new Block.Table(columns, cells)));
        for (List<String> row : rows) {
            part = part.said(sentence(heads, row));
        }
        parts.add(part);
    }

    private static int width(List<String> heads, List<List<String>> rows, int column) {
        int width = TextWidth.width(heads.get(column));
        for (List<String> row : rows) {
            width = Math.max(width, TextWidth.width(row.get(column)));
        }
        return width + 2;
    }

    private String sentence(List<String> heads, List<String> row) {
        StringJoiner cells = new StringJoiner(", ", row.get(0) + words.of("list.colon"), words.of("list.stop"));
        for (int i = 1; i < row.size(); i++) {
            cells.add(heads.get(i) + " " + row.get(i));
        }
        return cells.toString();
    }

    /** Returns whether a cell is a number, an interval of numbers or a dash. */
    private static boolean isNumber(String cell) {
        boolean hasDigit = cell.equals("-");
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            hasDigit |= c >= '0' && c <= '9';
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != ' ' && c != '%') {
                return false;
            }
        }
        return hasDigit;
    }

    void standings() {
        table(
                words.of("section.standings"),
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
        paragraph(words.of("standings.note"));
    }

    /** Adds a figure and its interval. */
    private static void add(List<String> cells, TableRow row, String column, int decimals) {
        cells.add(row.shown(column, decimals));
        cells.add(row.interval(column + "_low", column + "_high", decimals));
    }

    void seats() {
        table(
                words.of("section.seats"),
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
            folded(words.of("crosstable.matrix"), heads, rows);
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
        folded(words.of("escalation.table"), heads, rows);
    }

    void evolution() {
        List<String> heads = new ArrayList<>(heads("bot", "nash", "interval", "lead", "interval", "moran", "interval"));
        for (int step : FieldCourse.MILESTONES) {
            heads.add(words.of("evolution.after", step));
        }
        heads.addAll(heads("interval"));
        List<String> names = results.card().names();
        List<TableRow> field = byPlace(results.metagame());
        table(words.of("evolution.shares"), heads, rows(field, row -> {
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
        table(
                words.of("evolution.replies"),
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
        paragraph(words.of("evolution.note"));
    }

    /** Returns rows, one for each bot, in the order of the standings. */
    private List<TableRow> byPlace(List<TableRow> rows) {
        List<String> ranking = results.ranking();
        return rows.stream()
                .sorted(Comparator.comparingInt(row -> ranking.indexOf(row.text("bot"))))
                .toList();
    }

    void ratings() {
        paragraph(words.of("about.ratings"));
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
        table(
                words.of("section.ratings"),
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
            paragraph(words.of("ratings.helped"));
        }
    }

    void comparisons() {
        paragraph(words.of("about.comparisons"));
        List<String> sentences = new ArrayList<>();
        for (TableRow row : results.standings()) {
            sentences.add(Findings.level(row, results.standings().size(), words));
        }
        list(sentences);
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
        paragraph(words.of("about.endings"));
        table(
                words.of("section.endings"),
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

    void origin() {
        paragraph(words.of("origin.about"));
        table(
                words.of("origin.caption"),
                List.of(words.of("origin.what"), words.of("origin.value")),
                Origin.rows(results.card(), words));
        table(words.of("origin.bots"), heads("bot", "given", "kind", "sha256"), Origin.bots(results.card(), words));
        paragraph(words.of("origin.again"));
        String command = Origin.command(results.card().settings());
        parts.add(Part.named("command").drawn(new Block.Lines(List.of(command))).said(command));
        paragraph(words.of("origin.verify"));
    }

    void columns() {
        paragraph(words.of("about.columns"));
        folded(
                words.of("columns.table"),
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

    private String verdict(TableRow row) {
        return switch (row.text("verdict")) {
            case "first" -> words.of("verdict.more", row.text("first"));
            case "second" -> words.of("verdict.more", row.text("second"));
            case "too-few" -> words.of("verdict.few");
            default -> words.of("verdict.level");
        };
    }

    private void limited(
            String caption,
            String file,
            List<String> heads,
            List<TableRow> all,
            Function<TableRow, List<String>> cells) {
        folded(words.of(caption), heads, rows(all.subList(0, Math.min(MAX_ROWS, all.size())), cells));
        if (all.size() > MAX_ROWS) {
            paragraph(words.of("table.more", MAX_ROWS, all.size(), file));
        }
    }

    private static List<List<String>> rows(List<TableRow> rows, Function<TableRow, List<String>> cells) {
        return rows.stream().map(cells).toList();
    }

    private List<String> heads(String... keys) {
        List<String> heads = new ArrayList<>();
        for (String key : keys) {
            heads.add(words.of("head." + key));
        }
        return heads;
    }
}

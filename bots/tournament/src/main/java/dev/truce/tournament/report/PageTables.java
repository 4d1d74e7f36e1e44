package dev.truce.tournament.report;

import dev.truce.engine.board.Side;
import dev.truce.tournament.table.TableRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The tables of the page, section by section. */
final class PageTables {
    /** More rows are read from the file. */
    private static final int MAX_ROWS = 300;

    private final Results results;
    private final Words words;
    private final PageParts parts;

    PageTables(Results results, Words words) {
        this.results = results;
        this.words = words;
        this.parts = new PageParts(words);
    }

    PageParts parts() {
        return parts;
    }

    void standings() {
        table(
                "section.standings",
                results.standings(),
                new PageParts.Columns()
                        .texts("bot", "place")
                        .shown("score", "score", 2)
                        .interval("low", "high", 2)
                        .shown("joint", "joint_score", 2)
                        .texts("pairs"));
        limited(
                "standings.more",
                "standings.csv",
                results.standings(),
                new PageParts.Columns()
                        .texts("bot", "basis")
                        .estimate("joint", "joint_score", 2)
                        .estimate("depth", "depth_kept", 3)
                        .estimate("escalation", "escalation", 2)
                        .estimate("breach", "breach_rate", 2)
                        .estimate("catch", "catch_rate", 2)
                        .estimate("frontier", "frontier_distance", 2));
        parts.paragraph(words.of("standings.note"));
    }

    void seats() {
        table(
                "section.seats",
                results.standings(),
                new PageParts.Columns()
                        .texts("bot")
                        .estimate("as-us", "as_us", 2)
                        .estimate("as-cn", "as_cn", 2)
                        .with("us-more", row -> Measure.number(row.number("as_us") - row.number("as_cn"), 2)));
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
            parts.folded(words.of("crosstable.matrix"), heads, rows);
        }
        limited(
                "crosstable.payoffs",
                "payoffs.csv",
                results.payoffs(),
                new PageParts.Columns()
                        .texts("bot", "against", "pairs")
                        .estimate("as-us", "as_us", 2)
                        .estimate("as-cn", "as_cn", 2)
                        .shown("score", "score", 2)
                        .interval("low", "high", 2));
        limited(
                "crosstable.fixtures",
                "crosstable.csv",
                results.fixtures(),
                new PageParts.Columns()
                        .texts("first", "second", "pairs")
                        .estimate("first-score", "first_score", 2)
                        .estimate("second-score", "second_score", 2)
                        .shown("lead", "lead", 2)
                        .interval("low", "high", 2)
                        .with("level-holm", row -> row.level("level_holm"))
                        .with("verdict", this::verdict)
                        .with(
                                "won",
                                row -> String.join(
                                        " - ",
                                        row.text("won_0"),
                                        row.text("won_half"),
                                        row.text("won_1"),
                                        row.text("won_1_half"),
                                        row.text("won_2"))));
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
                    Measure.number(rounds.escalation(Side.US, round), 2),
                    Measure.number(rounds.escalation(Side.CN, round), 2)));
            for (String name : shown) {
                int bot = names.indexOf(name);
                boolean isThere = rounds.count(bot, Side.US, round) + rounds.count(bot, Side.CN, round) > 0;
                cells.add(isThere ? Measure.number(rounds.escalation(bot, round), 2) : "-");
            }
            rows.add(cells);
        }
        parts.folded(words.of("escalation.table"), heads, rows);
    }

    void evolution() {
        List<String> names = results.card().names();
        List<TableRow> field = byPlace(results.metagame());
        PageParts.Columns shares = new PageParts.Columns()
                .texts("bot")
                .estimate("nash", "nash", 3)
                .estimate("lead", "lead", 2)
                .estimate("moran", "moran", 3);
        List<String> heads = new ArrayList<>(shares.heads(words));
        for (int step : FieldCourse.MILESTONES) {
            heads.add(words.of("evolution.after", step));
            shares.with("", row -> Measure.number(results.course().at(step)[names.indexOf(row.text("bot"))], 3));
        }
        heads.addAll(heads("interval"));
        shares.interval("replicator_low", "replicator_high", 3);
        parts.table(words.of("evolution.shares"), heads, shares.cells(field));
        table(
                "evolution.replies",
                field,
                new PageParts.Columns()
                        .texts("bot")
                        .with("best-us", row -> words.row(row.text("best_us")))
                        .with("best-cn", row -> words.row(row.text("best_cn")))
                        .estimate("exploited-us", "exploited_us", 2)
                        .estimate("exploited-cn", "exploited_cn", 2)
                        .texts("equilibrium"));
        parts.paragraph(words.of("evolution.note"));
    }

    /** Returns rows, one for each bot, in the order of the standings. */
    private List<TableRow> byPlace(List<TableRow> rows) {
        List<String> ranking = results.ranking();
        return rows.stream()
                .sorted(Comparator.comparingInt(row -> ranking.indexOf(row.text("bot"))))
                .toList();
    }

    void ratings() {
        parts.paragraph(words.of("about.ratings"));
        PageParts.Columns columns = new PageParts.Columns()
                .estimate("", "strength", 3)
                .shown("wins", "wins", 1)
                .texts("matches");
        List<List<String>> us = columns.cells(byPlace(ofSeat("US")));
        List<List<String>> cn = columns.cells(byPlace(ofSeat("CN")));
        List<TableRow> bots = byPlace(ofSeat("US"));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < us.size(); i++) {
            List<String> cells = new ArrayList<>(List.of(bots.get(i).text("bot")));
            cells.addAll(us.get(i));
            cells.addAll(cn.get(i));
            rows.add(cells);
        }
        parts.table(
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
            parts.paragraph(words.of("ratings.helped"));
        }
    }

    private List<TableRow> ofSeat(String seat) {
        return results.ratings().stream().filter(row -> row.is("seat", seat)).toList();
    }

    void comparisons() {
        parts.paragraph(words.of("about.comparisons"));
        List<String> sentences = new ArrayList<>();
        for (TableRow row : Findings.levels(results)) {
            sentences.add(Findings.level(row, results.standings(), words));
        }
        parts.list(sentences);
        limited(
                "comparisons.table",
                "comparisons.csv",
                results.comparisons(),
                new PageParts.Columns()
                        .texts("first", "second", "values")
                        .shown("difference", "difference", 2)
                        .interval("low", "high", 2)
                        .with("level", row -> row.level("level"))
                        .with("level-holm", row -> row.level("level_holm"))
                        .with("verdict", this::verdict));
    }

    void endings() {
        parts.paragraph(words.of("about.endings"));
        table(
                "section.endings",
                results.standings(),
                new PageParts.Columns()
                        .texts("bot", "normal", "illegal", "timeout", "crash", "stall")
                        .with("no-answer", row -> row.text("no_answer"))
                        .with("void", row -> row.text("server_fault"))
                        .shown("score", "score", 2)
                        .estimate("clean-score", "clean_score", 2)
                        .with("clean-pairs", row -> row.text("clean_pairs")));
    }

    void origin() {
        parts.paragraph(words.of("origin.about"));
        parts.table(
                words.of("origin.caption"),
                List.of(words.of("origin.what"), words.of("origin.value")),
                Origin.rows(results.card(), words));
        parts.table(
                words.of("origin.bots"), heads("bot", "given", "kind", "sha256"), Origin.bots(results.card(), words));
        parts.paragraph(words.of("origin.again"));
        String command = Origin.command(results.card().settings());
        parts.command(command);
        parts.paragraph(words.of("origin.verify"));
    }

    void columns() {
        parts.paragraph(words.of("about.columns"));
        PageParts.Columns columns = new PageParts.Columns().texts("file", "column", "type", "unit", "meaning");
        parts.folded(words.of("columns.table"), columns.heads(words), columns.cells(results.columns()));
    }

    private String verdict(TableRow row) {
        return switch (row.text("verdict")) {
            case "first" -> words.of("verdict.more", row.text("first"));
            case "second" -> words.of("verdict.more", row.text("second"));
            case "too-few" -> words.of("verdict.few");
            case "no-place" -> words.of("verdict.no-place");
            default -> words.of("verdict.level");
        };
    }

    private void table(String caption, List<TableRow> rows, PageParts.Columns columns) {
        parts.table(words.of(caption), columns.heads(words), columns.cells(rows));
    }

    private void limited(String caption, String file, List<TableRow> all, PageParts.Columns columns) {
        List<TableRow> first = all.subList(0, Math.min(MAX_ROWS, all.size()));
        parts.folded(words.of(caption), columns.heads(words), columns.cells(first));
        if (all.size() > MAX_ROWS) {
            parts.paragraph(words.of("table.more", MAX_ROWS, all.size(), file));
        }
    }

    private List<String> heads(String... keys) {
        List<String> heads = new ArrayList<>();
        for (String key : keys) {
            heads.add(words.of("head." + key));
        }
        return heads;
    }
}

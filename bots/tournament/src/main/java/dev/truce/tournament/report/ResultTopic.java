package dev.truce.tournament.report;

import dev.truce.engine.text.TextWidth;
import dev.truce.story.page.Block;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.words.Language;
import dev.truce.tournament.plan.Format;
import dev.truce.tournament.table.TableRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The results of a tournament on a terminal. */
public final class ResultTopic {
    private static final int PLACE = 4;
    private static final int FIGURE = 18;
    private static final int CELL = 6;
    private static final int CELLS = 9;

    private final Words words;

    /** @param language of the texts */
    public ResultTopic(Language language) {
        this.words = Words.in(language);
    }

    /** Returns all tables of a tournament that is over. */
    public Page page(Results results, Path folder) {
        List<Part> parts = new ArrayList<>();
        parts.add(text(words.of(
                "report.head",
                results.card().settings().format().word(),
                results.card().names().size(),
                results.card().settings().pairs(),
                2L * results.card().played(),
                results.card().settings().seed(),
                results.card().rulesStamp().scenario(),
                results.card().rulesStamp().ruleset())));
        parts.add(Part.gap());
        Format format = results.card().settings().format();
        parts.addAll(
                standings(format, results.standings(), results.comparisons()).parts());
        if (format == Format.GAUNTLET) {
            parts.addAll(gauntlet(results.fixtures()).parts());
        }
        level(parts, results);
        roles(parts, results);
        conduct(parts, results);
        matrix(parts, results, "score", "low", "high", "report.cross");
        matrix(parts, results, "as_us", "as_us_low", "as_us_high", "report.payoff-us");
        matrix(parts, results, "as_cn", "as_cn_low", "as_cn_high", "report.payoff-cn");
        ratings(parts, results);
        metagame(parts, results);
        if (!results.sprt().isEmpty()) {
            parts.add(Part.gap());
            parts.addAll(sequential(results.sprt()).parts());
        }
        endings(parts, results);
        parts.add(Part.gap());
        parts.add(text(words.of("report.page", folder.resolve(TournamentReport.PAGE))));
        return Page.of(parts);
    }

    /**
     * Returns the table of bots, and what can and cannot be told apart.
     *
     * @param format what decides the places
     * @param standings rows of the file of standings
     * @param comparisons rows of the file of comparisons
     */
    public Page standings(Format format, List<TableRow> standings, List<TableRow> comparisons) {
        ScreenTable table = new ScreenTable(words, PLACE, words.of("standings.head"), 6, 16, 8, 16, 8);
        for (TableRow row : standings) {
            int wrong = Findings.faults(row);
            table.row(
                    place(row),
                    row.text("bot"),
                    List.of(
                            row.shown("score", 2),
                            interval(row, "low", "high"),
                            row.shown("joint_score", 2),
                            interval(row, "joint_score_low", "joint_score_high"),
                            wrong == 0 ? "-" : Integer.toString(wrong)));
        }
        List<Part> parts = new ArrayList<>();
        parts.add(table.part("standings", " #", words.of("head.bot")));
        parts.add(Part.gap());
        verdicts(parts, format, standings, comparisons);
        return Page.of(parts);
    }

    /**
     * Returns what the first bot of a gauntlet scored against each other, with an empty line before.
     *
     * @param fixtures rows of the cross table; the first bot of each is that of the gauntlet
     */
    public Page gauntlet(List<TableRow> fixtures) {
        if (fixtures.isEmpty()) {
            return Page.of(List.of());
        }
        ScreenTable table = new ScreenTable(words, 2, words.of("gauntlet.head"), 7, 16, 8, 16);
        for (TableRow row : fixtures) {
            table.row(
                    "",
                    row.text("second"),
                    List.of(
                            row.shown("first_score", 2),
                            interval(row, "first_score_low", "first_score_high"),
                            row.shown("lead", 2),
                            interval(row, "low", "high"),
                            "  " + words.of("gauntlet." + row.text("verdict"))));
        }
        return Page.of(List.of(
                Part.gap(),
                text(words.of("gauntlet.title", fixtures.get(0).text("first"))),
                table.part("gauntlet", "", words.of("head.bot"))));
    }

    /**
     * Returns the tiers of a tournament in which models play.
     *
     * @param arena rows of the file of that name
     */
    public Page arena(List<TableRow> arena) {
        ScreenTable table = new ScreenTable(words, PLACE, words.of("arena.head"), 6, 16, 7, 7, 6, 10);
        for (TableRow row : arena) {
            table.row(
                    row.has("tier") ? row.text("tier") : "-",
                    row.text("bot"),
                    List.of(
                            row.shown("score", 2),
                            interval(row, "low", "high"),
                            row.shown("as_us", 2),
                            row.shown("as_cn", 2),
                            row.has("valid_rate") ? row.shown("valid_rate", 1) : "-",
                            row.has("usd_match") ? row.shown("usd_match", 4) : "-"));
        }
        return Page.of(List.of(
                table.part("arena", words.of("arena.tier"), words.of("head.bot")),
                Part.gap(),
                text(words.of("arena.tiers")),
                Part.gap(),
                text(words.of("arena.words.title")),
                said(arena).part("words", words.of("arena.words.what"), words.of("head.bot")),
                Part.gap(),
                text(words.of("arena.words"))));
    }

    /** Returns what bots said beside what they did, in the order of names within each figure. */
    private ScreenTable said(List<TableRow> arena) {
        ScreenTable table = new ScreenTable(words, FIGURE, words.of("arena.words.head"), 7, 9, 18);
        List<TableRow> byName = arena.stream()
                .sorted(Comparator.comparing(row -> row.text("bot")))
                .toList();
        for (WordFigure figure : WordFigure.values()) {
            for (TableRow row : byName) {
                if (row.has(figure.column)) {
                    table.row(
                            words.of(figure.name),
                            row.text("bot"),
                            List.of(
                                    row.shown(figure.count, 0),
                                    row.shown(figure.column, figure.decimals),
                                    interval(row, figure.column + "_low", figure.column + "_high", figure.decimals),
                                    figure == WordFigure.BRIER ? base(row, figure.decimals) : ""));
                }
            }
        }
        return table;
    }

    private String base(TableRow row, int decimals) {
        return "  " + words.of("arena.words.base", row.shown("base_brier", decimals));
    }

    /** What stands in the table of words beside deeds, by its columns. */
    private enum WordFigure {
        DECEPTION("arena.words.short", "deception", "covert_clauses", 3),
        THREATS("arena.words.threats", "threats_kept", "threats", 1),
        ASSURANCES("arena.words.assurances", "assurances_kept", "assurances", 1),
        BRIER("arena.words.brier", "brier", "forecasts", 3);

        private final String name;
        private final String column;
        private final String count;
        private final int decimals;

        WordFigure(String name, String column, String count, int decimals) {
            this.name = name;
            this.column = column;
            this.count = count;
            this.decimals = decimals;
        }
    }

    /**
     * Returns how much of each bot was exploited by the responses that were searched for, beside its score. A bot that nobody searched
     * against has no row.
     *
     * @param standings rows of the file of standings
     * @param oracle rows of the files of searches
     */
    public Page exploited(List<TableRow> standings, List<TableRow> oracle) {
        ScreenTable table = new ScreenTable(words, PLACE, words.of("exploited.head"), 6, 7, 16);
        for (TableRow bot : standings) {
            for (TableRow row : oracle) {
                if (row.text("against").equals(bot.text("bot")) && row.number("weight") == 1) {
                    table.row(
                            row.text("seat"),
                            bot.text("bot"),
                            List.of(
                                    bot.shown("score", 2),
                                    row.shown("gain", 2),
                                    interval(row, "gain_low", "gain_high"),
                                    "  " + row.text("by") + " " + row.text("budget")));
                }
            }
        }
        return Page.of(List.of(
                Part.gap(),
                text(words.of("exploited.title")),
                table.part("exploited", words.of("exploited.seat"), words.of("head.bot")),
                text(words.of("exploited.bound"))));
    }

    /** Returns what attackers gain over the best bot of the pool, the largest gain against each bot and seat first. */
    public Page attacks(List<TableRow> attacks) {
        List<Part> parts = new ArrayList<>();
        parts.add(text(words.of("attacks.title")));
        List<TableRow> sorted = new ArrayList<>(attacks);
        sorted.sort(Comparator.comparing((TableRow row) -> row.text("victim") + row.text("seat"))
                .thenComparingDouble(row -> -row.number("gain")));
        for (int from = 0; from < sorted.size(); ) {
            String victim = sorted.get(from).text("victim");
            ScreenTable table = new ScreenTable(words, PLACE, words.of("attacks.head"), 6, 16, 7);
            for (; from < sorted.size() && sorted.get(from).text("victim").equals(victim); from++) {
                TableRow row = sorted.get(from);
                table.row(
                        row.text("seat"),
                        row.text("family"),
                        List.of(
                                row.shown("gain", 2),
                                interval(row, "low", "high"),
                                row.shown("best_score", 1),
                                "  " + row.text("best")));
            }
            parts.add(Part.gap());
            parts.add(text(words.of("attacks.victim", victim)));
            parts.add(table.part("attacks-" + victim, "", words.of("attacks.family")));
        }
        return Page.of(parts);
    }

    /** Returns what the sequential test says, if there was one. */
    public Page sequential(List<TableRow> tests) {
        return Page.of(tests.stream()
                .flatMap(row -> Findings.sequential(row, words).stream())
                .map(ResultTopic::text)
                .toList());
    }

    /** Returns what somebody should look at: bots that made mistakes, void matches, too few pairs. */
    public Page warnings(List<TableRow> standings) {
        List<Part> parts = new ArrayList<>();
        int voids = 0;
        boolean few = false;
        for (TableRow row : standings) {
            if (Findings.faults(row) > 0) {
                parts.add(text(words.of(
                        "standings.wrong",
                        row.text("bot"),
                        row.whole("illegal"),
                        row.whole("timeout"),
                        row.whole("crash"),
                        row.whole("stall"),
                        row.whole("no_answer"))));
            }
            if (!row.has("place")) {
                parts.add(text(words.of("standings.no-place", row.text("bot"), row.shown("no_answer_rate", 1))));
            }
            voids += row.whole("server_fault");
            few |= row.text("basis").equals("too-few");
        }
        if (voids > 0) {
            parts.add(text(words.of("standings.void", voids / 2)));
        }
        if (few) {
            parts.add(text(words.of("standings.warn-few")));
        }
        return Page.of(parts);
    }

    private void verdicts(List<Part> parts, Format format, List<TableRow> standings, List<TableRow> comparisons) {
        int apart = 0;
        int open = 0;
        int few = 0;
        int placeless = 0;
        for (TableRow row : comparisons) {
            switch (row.text("verdict")) {
                case "first", "second" -> apart++;
                case "too-few" -> few++;
                case "no-place" -> placeless++;
                default -> open++;
            }
        }
        if (placeless > 0 && placeless == comparisons.size()) {
            parts.add(text(words.of("comparisons.placeless")));
            return;
        }
        // In a gauntlet the first of the standings may be one of those that met its bot alone.
        if (!standings.isEmpty() && standings.get(0).has("place") && format != Format.GAUNTLET) {
            TableRow best = standings.get(0);
            String level = best.text("level_with");
            // In swiss and knockout the first need not have the highest score.
            boolean byPlace = format == Format.SWISS || format == Format.KNOCKOUT;
            String alone = byPlace
                    ? Findings.alone("standings.first", "standings.first.placed", standings)
                    : Findings.alone("standings.best", "standings.best.placed", standings);
            String with = byPlace ? "standings.first.level" : "standings.best.level";
            boolean isEarly = few + placeless == comparisons.size();
            String key = isEarly ? "standings.too-few" : level.isEmpty() ? alone : with;
            parts.add(text(words.of(key, best.text("bot"), words.row(level))));
        }
        parts.add(text(words.of(few == 0 ? "standings.apart.enough" : "standings.apart", apart, open, few)));
    }

    /** Says for each bot in words from whom it cannot be told apart. */
    private void level(List<Part> parts, Results results) {
        parts.add(Part.gap());
        for (TableRow row : Findings.levels(results)) {
            parts.add(text(Findings.level(row, results.standings(), words)));
        }
    }

    private void conduct(List<Part> parts, Results results) {
        title(parts, "report.conduct");
        figures(parts, results, "report.conduct.head", "depth_kept", "escalation");
        parts.add(Part.gap());
        figures(parts, results, "report.conduct.breaches", "breach_rate", "catch_rate");
        parts.add(Part.gap());
        figures(parts, results, "report.conduct.frontier", "frontier_distance", "clean_score");
    }

    /** Two figures of each bot with their intervals. */
    private void figures(List<Part> parts, Results results, String head, String left, String right) {
        ScreenTable table = new ScreenTable(words, PLACE, words.of(head), 11, 18, 11, 18);
        for (TableRow row : results.standings()) {
            List<String> figures = new ArrayList<>();
            for (String column : List.of(left, right)) {
                figures.add(row.shown(column, 2));
                figures.add(row.interval(column + "_low", column + "_high", 2));
            }
            table.row(place(row), row.text("bot"), figures);
        }
        parts.add(table.part(left, "", ""));
    }

    private void roles(List<Part> parts, Results results) {
        title(parts, "report.roles");
        ScreenTable table = new ScreenTable(words, PLACE, words.of("report.roles.head"), 7, 15, 8, 15);
        for (TableRow row : results.standings()) {
            table.row(
                    place(row),
                    row.text("bot"),
                    List.of(
                            row.shown("as_us", 2),
                            row.interval("as_us_low", "as_us_high", 1),
                            row.shown("as_cn", 2),
                            row.interval("as_cn_low", "as_cn_high", 1)));
        }
        parts.add(table.part("roles", "", ""));
    }

    /** What the bot of a line scored against the bot of a column, in as many parts as the screen needs. */
    private void matrix(List<Part> parts, Results results, String column, String low, String high, String title) {
        List<TableRow> standings = results.standings();
        title(parts, title);
        for (int from = 0; from < standings.size(); from += CELLS) {
            List<TableRow> others = standings.subList(from, Math.min(standings.size(), from + CELLS));
            StringBuilder head = new StringBuilder();
            int[] widths = new int[others.size()];
            for (int other = 0; other < others.size(); other++) {
                head.append(String.format(Locale.ROOT, "%" + CELL + "s", "#" + (from + other + 1)));
                widths[other] = CELL;
            }
            ScreenTable table = new ScreenTable(words, PLACE, head.toString(), widths);
            for (TableRow row : standings) {
                List<String> scores = new ArrayList<>();
                List<String> reaches = new ArrayList<>();
                for (TableRow other : others) {
                    Optional<TableRow> payoff = results.payoff(row.text("bot"), other.text("bot"));
                    scores.add(payoff.map(it -> it.shown(column, 1)).orElse("-"));
                    reaches.add(payoff.filter(it -> it.has(low))
                            .map(it -> it.reach(column, low, high, 1))
                            .orElse(""));
                }
                table.row(place(row), row.text("bot"), scores);
                table.reaches(reaches);
            }
            parts.add(table.part(column, "", ""));
        }
    }

    private void ratings(List<Part> parts, Results results) {
        title(parts, "report.ratings");
        ScreenTable table = new ScreenTable(words, PLACE, words.of("report.ratings.head"), 9, 18, 9, 18);
        for (TableRow row : results.standings()) {
            List<String> figures = new ArrayList<>();
            List<String> reaches = new ArrayList<>();
            for (String seat : List.of("US", "CN")) {
                for (TableRow rating : results.ratings()) {
                    if (rating.is("bot", row.text("bot")) && rating.is("seat", seat)) {
                        figures.add(rating.shown("strength", 3));
                        figures.add(words.of("report.won", rating.shown("wins", 1), rating.text("matches")));
                        reaches.addAll(List.of(reach(rating, "strength", 3), ""));
                    }
                }
            }
            table.row(place(row), row.text("bot"), figures);
            table.reaches(reaches);
        }
        parts.add(table.part("ratings", "", ""));
        if (results.ratings().stream().anyMatch(row -> row.is("helped", "yes"))) {
            parts.add(text(words.of("ratings.helped")));
        }
    }

    private void metagame(List<Part> parts, Results results) {
        if (results.metagame().isEmpty()) {
            parts.add(Part.gap());
            parts.add(text(words.of("report.metagame.none")));
            return;
        }
        title(parts, "report.metagame");
        ScreenTable table = new ScreenTable(words, PLACE, words.of("report.metagame.head"), 6, 8, 12, 7, 9, 6, 6);
        for (TableRow standing : results.standings()) {
            for (TableRow row : results.metagame()) {
                if (row.is("bot", standing.text("bot"))) {
                    table.row(
                            place(standing),
                            standing.text("bot"),
                            List.of(
                                    row.shown("nash", 3),
                                    row.shown("lead", 2),
                                    row.shown("replicator", 3),
                                    row.shown("moran", 3),
                                    row.shown("exploited_us", 1),
                                    row.shown("exploited_cn", 1),
                                    row.text("equilibrium")));
                    table.reaches(List.of(
                            reach(row, "nash", 3),
                            reach(row, "lead", 2),
                            reach(row, "replicator", 3),
                            reach(row, "moran", 3),
                            reach(row, "exploited_us", 1),
                            reach(row, "exploited_cn", 1)));
                }
            }
        }
        parts.add(table.part("metagame", "", ""));
    }

    private void endings(List<Part> parts, Results results) {
        title(parts, "report.endings");
        ScreenTable table = new ScreenTable(words, PLACE, words.of("report.endings.head"), 6, 8, 5, 6, 6, 5, 10, 6);
        for (TableRow row : results.standings()) {
            table.row(
                    place(row),
                    row.text("bot"),
                    List.of(
                            row.text("normal"),
                            row.text("illegal"),
                            row.text("timeout"),
                            row.text("crash"),
                            row.text("stall"),
                            row.text("server_fault"),
                            row.text("no_answer"),
                            row.text("clean_pairs")));
        }
        parts.add(table.part("endings", "", ""));
    }

    private void title(List<Part> parts, String key) {
        parts.add(Part.gap());
        parts.add(text(words.of(key)));
    }

    private static Part text(String text) {
        return Part.named("text").drawn(Block.Text.of(text)).said(text);
    }

    /** Returns how far the interval of a figure reaches, or an empty text if it has none. */
    private static String reach(TableRow row, String column, int decimals) {
        String low = column + "_low";
        return row.has(low) ? row.reach(column, low, column + "_high", decimals) : "";
    }

    private static String place(TableRow row) {
        return TextWidth.padLeft(row.text("place"), 2);
    }

    private String interval(TableRow row, String low, String high) {
        return interval(row, low, high, 2);
    }

    private String interval(TableRow row, String low, String high, int decimals) {
        return row.has(low) ? row.shown(low, decimals) + ".." + row.shown(high, decimals) : words.of("standings.few");
    }
}

package dev.truce.tournament.dataset;

import dev.truce.story.words.Language;
import dev.truce.tournament.report.Words;
import dev.truce.tournament.result.RunCard;
import dev.truce.tournament.result.TournamentSettings;
import dev.truce.tournament.result.TournamentTables;
import dev.truce.tournament.table.Decimals;
import dev.truce.tournament.table.FilledTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The card of a data set, as Markdown: what it is, what is in it, how it is loaded, checked and made again, and what it is not. */
final class DataSetCard {
    private static final double MEGA = 1e6;

    private final DataSetAbout about;
    private final RunCard card;
    private final TournamentTables tables;
    private final Map<String, Long> rows;
    private final Words words;

    /**
     * Prepares a card.
     *
     * @param about what its makers say of it
     * @param card where its results come from
     * @param tables its tables
     * @param rows how many rows each of the large tables has, by its name
     */
    DataSetCard(DataSetAbout about, RunCard card, TournamentTables tables, Map<String, Long> rows, Language language) {
        this.about = about;
        this.card = card;
        this.tables = tables;
        this.rows = Map.copyOf(rows);
        this.words = Words.in(language);
    }

    /** Returns the name of the file: each language has one. */
    static String file(Language language) {
        return "README" + (language == Language.EN ? "" : "." + language.name().toLowerCase(Locale.ROOT)) + ".md";
    }

    /**
     * Returns the card.
     *
     * @param bytes of its data
     */
    String markdown(long bytes) {
        List<String> parts = new ArrayList<>();
        parts.add("# " + escaped(about.title()));
        parts.add(escaped(about.description()));
        parts.add(table(facts(bytes)));
        parts.add("## " + words.of("card.inside"));
        parts.add(table(inside()));
        parts.add(words.of("card.columns"));
        parts.add("## " + words.of("card.load"));
        parts.add(fence("python", words.of("card.code.load")));
        parts.add(words.of("card.key"));
        parts.add("## " + words.of("card.check"));
        parts.add(fence("sh", words.of("card.code.check")));
        parts.add(words.of("card.verified"));
        parts.add("## " + words.of("card.again"));
        parts.add(fence("sh", words.of("card.code.again")));
        parts.add(words.of(
                "card.program", card.program().version(), card.program().commit()));
        parts.add("## " + words.of("card.limits"));
        parts.add(words.of("card.limits.model"));
        parts.add(words.of("card.limits.bots"));
        parts.add(words.of("card.limits.private"));
        return String.join("\n\n", parts) + "\n";
    }

    private List<List<String>> facts(long bytes) {
        TournamentSettings settings = card.settings();
        List<List<String>> facts = new ArrayList<>();
        facts.add(List.of(words.of("card.fact"), words.of("card.value")));
        facts.add(List.of(words.of("card.version"), about.version()));
        facts.add(List.of(words.of("card.licence"), about.licence()));
        facts.add(List.of(words.of("card.creators"), words.list(about.creators())));
        if (!about.url().isEmpty()) {
            facts.add(List.of(words.of("card.url"), about.url()));
        }
        if (!about.published().isEmpty()) {
            facts.add(List.of(words.of("card.published"), about.published()));
        }
        facts.add(List.of(words.of("card.matches"), Long.toString(2L * card.played())));
        facts.add(List.of(words.of("card.size"), Decimals.of(bytes / MEGA, 1) + " MB"));
        facts.add(List.of(
                words.of("origin.format"),
                words.of("format." + settings.format().word())));
        facts.add(List.of(words.of("card.bots"), String.join(" ", card.names())));
        facts.add(List.of(words.of("origin.seed"), Long.toString(settings.seed())));
        facts.add(List.of(words.of("origin.scenario"), card.rulesStamp().scenario()));
        facts.add(List.of(words.of("origin.scenario-hash"), card.rulesStamp().scenarioSha256()));
        facts.add(List.of(words.of("origin.ruleset"), card.rulesStamp().ruleset()));
        return facts;
    }

    private List<List<String>> inside() {
        List<List<String>> inside = new ArrayList<>();
        inside.add(List.of(words.of("card.file"), words.of("card.row"), words.of("card.rows")));
        tables.grown()
                .forEach(table -> inside.add(List.of(
                        "`" + table.name() + "*.parquet`",
                        words.of("card.row." + table.name()),
                        Long.toString(rows.getOrDefault(table.name(), 0L)))));
        inside.add(List.of(
                "`records/*.parquet`", words.of("card.row.records"), Long.toString(rows.getOrDefault("matches", 0L))));
        for (FilledTable<?> filled : tables.all()) {
            inside.add(List.of(
                    "`" + filled.table().file() + "`",
                    words.of("card.row." + filled.table().name()),
                    Integer.toString(filled.rows().size())));
        }
        return inside;
    }

    private static String table(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            text.append(i == 0 ? "| " : "\n| ")
                    .append(String.join(" | ", rows.get(i)))
                    .append(" |");
            text.append(i == 0 ? "\n|" + "---|".repeat(rows.get(0).size()) : "");
        }
        return text.toString();
    }

    private static String fence(String language, String code) {
        return "```" + language + "\n" + code + "\n```";
    }

    /** Returns words of others such that they are read as words. */
    private static String escaped(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1");
    }
}

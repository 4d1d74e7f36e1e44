package dev.truce.tournament.report;

import dev.truce.story.bundles.Bundles;
import dev.truce.story.page.Page.DocumentSection;
import dev.truce.story.print.HtmlDocument;
import dev.truce.tournament.result.RunCard;
import dev.truce.tournament.table.TableRow;
import java.util.List;

/**
 * The report as one page that needs no other file and no network: tables, and pictures as part of the page. It runs no script, and
 * its policy lets a browser load nothing.
 */
final class ReportPage {
    /** Sections in the order of the page. */
    private static final List<String> SECTIONS = List.of(
            "findings",
            "standings",
            "seats",
            "crosstable",
            "escalation",
            "evolution",
            "ratings",
            "comparisons",
            "endings",
            "origin",
            "columns",
            "cite");

    private final Results results;
    private final Pictures pictures;
    private final Words words;
    private final PageTables tables;

    private ReportPage(Results results, Pictures pictures, Words words) {
        this.results = results;
        this.pictures = pictures;
        this.words = words;
        this.tables = new PageTables(results, words);
    }

    static String of(Results results, Words words) {
        return new ReportPage(results, Pictures.of(results, words), words).html();
    }

    private String html() {
        RunCard card = results.card();
        HtmlDocument.Frame frame = new HtmlDocument.Frame(
                words.language(),
                words.of(
                        "page.title", card.rulesStamp().scenario(), card.names().size()),
                played(card),
                words.of("page.skip"),
                words.of("page.contents"),
                Bundles.styles());
        return HtmlDocument.of(frame, SECTIONS.stream().map(this::section).toList());
    }

    private String played(RunCard card) {
        long matches = 0;
        for (TableRow row : results.fixtures()) {
            matches += 2L * row.whole("pairs");
        }
        return words.of(
                "page.played",
                words.of("format." + card.settings().format().word()),
                card.names().size(),
                results.fixtures().size(),
                matches,
                card.settings().pairs(),
                card.rulesStamp().scenario(),
                card.rulesStamp().ruleset(),
                card.settings().seed());
    }

    private DocumentSection section(String name) {
        switch (name) {
            case "findings" -> tables.parts().list(Findings.of(results, words));
            case "standings" -> {
                tables.parts().picture(pictures.standings(), name);
                tables.standings();
            }
            case "seats" -> {
                tables.parts().picture(pictures.seats(), name);
                tables.seats();
            }
            case "crosstable" -> {
                tables.parts().picture(pictures.crosstable(), name);
                tables.crosstable();
            }
            case "escalation" -> {
                tables.parts().picture(pictures.escalation(), name);
                tables.escalation();
            }
            case "evolution" -> {
                if (results.course().isEmpty()) {
                    tables.parts().paragraph(words.of("evolution.none"));
                } else {
                    tables.parts().picture(pictures.evolution(), name);
                    tables.evolution();
                }
            }
            case "ratings" -> tables.ratings();
            case "comparisons" -> tables.comparisons();
            case "endings" -> tables.endings();
            case "origin" -> tables.origin();
            case "columns" -> tables.columns();
            default ->
                tables.parts()
                        .paragraph(words.of(
                                "cite.text",
                                results.card().program().version(),
                                results.card().rulesStamp().ruleset(),
                                results.card().rulesStamp().scenarioSha256(),
                                results.card().settings().seed(),
                                results.card().settings().pairs()));
        }
        return new DocumentSection(
                name, words.of("section." + name), tables.parts().page());
    }
}

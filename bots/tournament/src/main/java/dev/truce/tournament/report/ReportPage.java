package dev.truce.tournament.report;

import dev.truce.story.print.HtmlPrinter;
import dev.truce.tournament.report.picture.Svg;
import dev.truce.tournament.result.RunCard;
import dev.truce.tournament.table.TableRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The report as one page that needs no other file and no network: tables, and pictures as part of the page. It runs no script, and
 * its policy lets a browser load nothing.
 */
final class ReportPage {
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

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
    private final Html html = new Html();

    private ReportPage(Results results, Pictures pictures, Words words) {
        this.results = results;
        this.pictures = pictures;
        this.words = words;
        this.tables = new PageTables(results, words);
    }

    static String of(Results results, Words words) {
        ReportPage page = new ReportPage(results, Pictures.of(results, words), words);
        page.write();
        return page.html.text();
    }

    private void write() {
        RunCard card = results.card();
        String title = words.of(
                "page.title", card.rulesStamp().scenario(), card.names().size());
        html.raw("<!DOCTYPE html>\n")
                .open("html", "lang", words.language().locale().toLanguageTag())
                .open("head");
        html.raw("<meta charset=\"utf-8\"/>\n");
        html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\"/>\n");
        html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        html.element("title", title);
        html.raw("<style>\n" + Svg.styles() + styles() + "</style>\n");
        html.close().open("body");
        html.element("a", words.of("page.skip"), "class", "skip", "href", "#findings");
        html.open("header").element("h1", title).paragraph(played(card)).close();
        html.open("nav", "aria-label", words.of("page.contents")).open("ul");
        for (String section : SECTIONS) {
            html.open("li")
                    .element("a", words.of("section." + section), "href", "#" + section)
                    .close();
        }
        html.close().close().open("main");
        SECTIONS.forEach(this::section);
        html.close().close().close();
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

    private void section(String name) {
        html.open("section", "id", name).element("h2", words.of("section." + name));
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
        html.raw(new HtmlPrinter().html(tables.parts().page())).close();
    }

    private static String styles() {
        try (InputStream in = ReportPage.class.getResourceAsStream("page.css")) {
            if (in == null) {
                throw new IllegalStateException("page.css is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own file cannot be read", e);
        }
    }
}

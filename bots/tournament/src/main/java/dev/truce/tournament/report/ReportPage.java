package dev.truce.tournament.report;

import dev.truce.tournament.report.picture.Picture;
import dev.truce.tournament.report.picture.Svg;
import dev.truce.tournament.result.RunCard;
import dev.truce.tournament.table.TableRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

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
    private final PageTables tables;
    private final Html html = new Html();

    private ReportPage(Results results, Pictures pictures) {
        this.results = results;
        this.pictures = pictures;
        this.tables = new PageTables(results, html);
    }

    /** Returns the page. */
    static String of(Results results, Pictures pictures) {
        ReportPage page = new ReportPage(results, pictures);
        page.write();
        return page.html.text();
    }

    private void write() {
        RunCard card = results.card();
        String title = Words.of(
                "page.title", card.rulesStamp().scenario(), card.names().size());
        html.raw("<!DOCTYPE html>\n").open("html", "lang", "en").open("head");
        html.raw("<meta charset=\"utf-8\"/>\n");
        html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\"/>\n");
        html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        html.element("title", title);
        html.raw("<style>\n" + Svg.styles() + styles() + "</style>\n");
        html.close().open("body");
        html.element("a", Words.of("page.skip"), "class", "skip", "href", "#findings");
        html.open("header").element("h1", title).paragraph(played(card)).close();
        html.open("nav", "aria-label", Words.of("page.contents")).open("ul");
        for (String section : SECTIONS) {
            html.open("li")
                    .element("a", Words.of("section." + section), "href", "#" + section)
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
        return Words.of(
                "page.played",
                Words.of("format." + card.settings().format().word()),
                card.names().size(),
                results.fixtures().size(),
                matches,
                card.settings().pairs(),
                card.rulesStamp().scenario(),
                card.rulesStamp().ruleset(),
                card.settings().seed());
    }

    private void section(String name) {
        html.open("section", "id", name).element("h2", Words.of("section." + name));
        switch (name) {
            case "findings" -> {
                html.open("ul");
                Findings.of(results).forEach(sentence -> html.element("li", sentence));
                html.close();
            }
            case "standings" -> {
                picture(pictures.standings(), name);
                tables.standings();
            }
            case "seats" -> {
                picture(pictures.seats(), name);
                tables.seats();
            }
            case "crosstable" -> {
                picture(pictures.crosstable(), name);
                tables.crosstable();
            }
            case "escalation" -> {
                picture(pictures.escalation(), name);
                tables.escalation();
            }
            case "evolution" -> evolution();
            case "ratings" -> tables.ratings();
            case "comparisons" -> tables.comparisons();
            case "endings" -> tables.endings();
            case "origin" -> origin();
            case "columns" -> tables.columns();
            default ->
                html.paragraph(Words.of(
                        "cite.text",
                        results.card().program().version(),
                        results.card().rulesStamp().ruleset(),
                        results.card().rulesStamp().scenarioSha256(),
                        results.card().settings().seed(),
                        results.card().settings().pairs()));
        }
        html.close();
    }

    private void picture(Optional<Picture> picture, String section) {
        html.paragraph(Words.of("about." + section));
        if (picture.isEmpty()) {
            html.paragraph(Words.of("picture.none", Pictures.MAX_BOTS));
            return;
        }
        html.open("figure");
        String label = Words.of("page.picture", Words.of("section." + section));
        html.open("div", "class", "wide", "role", "region", "tabindex", "0", "aria-label", label);
        html.raw(Svg.of(picture.get())).close();
        html.element("figcaption", picture.get().says()).close();
    }

    private void evolution() {
        if (results.course().isEmpty()) {
            html.paragraph(Words.of("evolution.none"));
            return;
        }
        picture(pictures.evolution(), "evolution");
        tables.evolution();
    }

    private void origin() {
        html.paragraph(Words.of("origin.about"));
        html.table(
                Words.of("origin.caption"),
                List.of(Words.of("origin.what"), Words.of("origin.value")),
                Origin.rows(results.card()));
        html.table(
                Words.of("origin.bots"),
                List.of(Words.of("head.bot"), Words.of("head.given"), Words.of("head.kind"), Words.of("head.sha256")),
                Origin.bots(results.card()));
        html.paragraph(Words.of("origin.again"));
        html.open("pre")
                .element("code", Origin.command(results.card().settings()))
                .close();
        html.paragraph(Words.of("origin.verify"));
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

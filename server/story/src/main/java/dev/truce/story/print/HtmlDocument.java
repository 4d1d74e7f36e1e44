package dev.truce.story.print;

import dev.truce.story.page.Page.DocumentSection;
import dev.truce.story.words.Language;
import java.util.List;

/**
 * A whole web page that needs no other file and no network: it runs no script, and its policy lets a browser load nothing. It is well-formed
 * as XML too.
 */
public final class HtmlDocument {
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private HtmlDocument() {}

    /**
     * What stands around the sections.
     *
     * @param language of the texts
     * @param title of the page
     * @param lead what stands below the title
     * @param skip the link past the table of contents
     * @param contents what the table of contents is called
     * @param styles the style sheet
     */
    public record Frame(Language language, String title, String lead, String skip, String contents, String styles) {}

    /** Returns the page. */
    public static String of(Frame frame, List<DocumentSection> sections) {
        StringBuilder html = new StringBuilder();
        html.append("<!DOCTYPE html>\n<html lang=\"")
                .append(frame.language().locale().toLanguageTag())
                .append("\">\n<head>\n<meta charset=\"utf-8\"/>\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append(POLICY)
                .append("\"/>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>")
                .append(HtmlPrinter.escaped(frame.title()))
                .append("</title>\n<style>\n")
                .append(frame.styles())
                .append("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#")
                .append(sections.get(0).id())
                .append("\">")
                .append(HtmlPrinter.escaped(frame.skip()))
                .append("</a>\n<header>\n<h1>")
                .append(HtmlPrinter.escaped(frame.title()))
                .append("</h1>\n<p>")
                .append(HtmlPrinter.escaped(frame.lead()))
                .append("</p>\n</header>\n<nav aria-label=\"")
                .append(HtmlPrinter.escaped(frame.contents()))
                .append("\">\n<ul>\n");
        for (DocumentSection section : sections) {
            html.append("<li>\n<a href=\"#")
                    .append(section.id())
                    .append("\">")
                    .append(HtmlPrinter.escaped(section.title()))
                    .append("</a>\n</li>\n");
        }
        html.append("</ul>\n</nav>\n<main>\n");
        for (DocumentSection section : sections) {
            html.append("<section id=\"")
                    .append(section.id())
                    .append("\">\n<h2>")
                    .append(HtmlPrinter.escaped(section.title()))
                    .append("</h2>\n")
                    .append(new HtmlPrinter().html(section.page()))
                    .append("</section>\n");
        }
        return html.append("</main>\n</body>\n</html>\n").toString();
    }
}

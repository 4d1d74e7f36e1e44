package dev.truce.story.print;

import dev.truce.engine.text.TextWidth;
import dev.truce.story.page.Page.DocumentSection;
import java.util.ArrayList;
import java.util.List;

/** Prints a document of several sections as lines for a terminal, or as Markdown. */
public final class DocumentText {
    private DocumentText() {}

    /** Returns a document as lines of a screen. */
    public static List<String> lines(String title, String lead, List<DocumentSection> sections, Look look) {
        List<String> lines = new ArrayList<>();
        lines.add("== " + title + " ==");
        lines.addAll(TextWidth.wrap("", lead));
        for (DocumentSection section : sections) {
            lines.add("");
            lines.add("== " + section.title() + " ==");
            lines.addAll(look.lines(section.page()));
        }
        return lines;
    }

    /** Returns a document as Markdown. */
    public static String markdown(String title, String lead, List<DocumentSection> sections) {
        StringBuilder text = new StringBuilder();
        text.append("# ")
                .append(MarkdownPrinter.escaped(title))
                .append("\n\n")
                .append(MarkdownPrinter.escaped(lead))
                .append("\n\n");
        for (DocumentSection section : sections) {
            text.append("## ")
                    .append(MarkdownPrinter.escaped(section.title()))
                    .append("\n\n")
                    .append(new MarkdownPrinter().markdown(section.page()));
        }
        return text.toString().stripTrailing() + "\n";
    }
}

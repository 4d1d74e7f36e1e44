package dev.truce.tournament.report;

import dev.truce.tournament.report.picture.Svg;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes a page that is well-formed as XML too. Every text that it is given is escaped. */
final class Html {
    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Begins an element.
     *
     * @param attributes names and values in turn
     */
    Html open(String element, String... attributes) {
        begin(element, attributes);
        text.append(">\n");
        open.push(element);
        return this;
    }

    /** Ends the element that was begun last. */
    Html close() {
        text.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /** Writes an element that has only a text. */
    Html element(String element, String words, String... attributes) {
        begin(element, attributes);
        text.append('>').append(Svg.escaped(words)).append("</").append(element).append(">\n");
        return this;
    }

    Html paragraph(String words) {
        return element("p", words);
    }

    /** Writes what is written as a page writes it: a picture, a style sheet. */
    Html raw(String written) {
        text.append(written);
        return this;
    }

    private void begin(String element, String... attributes) {
        text.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(Svg.escaped(attributes[i + 1]))
                    .append('"');
        }
    }

    /**
     * Returns all that was written.
     *
     * @throws IllegalStateException if an element has no end
     */
    String text() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("no end of " + open);
        }
        return text.toString();
    }
}

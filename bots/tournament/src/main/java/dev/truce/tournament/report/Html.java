package dev.truce.tournament.report;

import dev.truce.tournament.report.picture.Svg;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

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

    /** Writes a paragraph. */
    Html paragraph(String words) {
        return element("p", words);
    }

    /** Writes what is written as a page writes it: a picture, a style sheet. */
    Html raw(String written) {
        text.append(written);
        return this;
    }

    /**
     * Writes a table in a frame that scrolls by itself, also by keys.
     *
     * @param caption what it shows
     * @param heads heads of its columns; the first column names the row
     * @param rows its rows
     */
    Html table(String caption, List<String> heads, List<List<String>> rows) {
        open("div", "class", "wide", "role", "region", "tabindex", "0", "aria-label", caption);
        open("table");
        element("caption", caption);
        open("thead").open("tr");
        for (int i = 0; i < heads.size(); i++) {
            cell("th", heads.get(i), isOfNumbers(rows, i), "scope", "col");
        }
        close().close().open("tbody");
        for (List<String> row : rows) {
            open("tr");
            element("th", row.get(0), "scope", "row");
            for (int i = 1; i < row.size(); i++) {
                cell("td", row.get(i), isOfNumbers(rows, i));
            }
            close();
        }
        return close().close().close();
    }

    /** Writes a table that is folded away until somebody wants to see it. */
    Html folded(String caption, List<String> heads, List<List<String>> rows) {
        return open("details")
                .element("summary", caption)
                .table(caption, heads, rows)
                .close();
    }

    private void cell(String element, String words, boolean isNumber, String... attributes) {
        String[] all = Arrays.copyOf(attributes, attributes.length + (isNumber ? 2 : 0));
        if (isNumber) {
            all[attributes.length] = "class";
            all[attributes.length + 1] = "n";
        }
        element(element, words, all);
    }

    /** Returns whether the cells of a column stand at the right; the first column names rows. */
    private static boolean isOfNumbers(List<List<String>> rows, int column) {
        return column > 0 && rows.stream().allMatch(row -> isNumber(row.get(column)));
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

package dev.truce.story.print;

import dev.truce.engine.board.Side;
import dev.truce.engine.text.TextWidth;
import dev.truce.story.page.Block;
import dev.truce.story.page.Chart;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.page.Waterfall;
import dev.truce.story.picture.Svg;
import java.util.List;

/** Prints pages as parts of a web page; all texts are escaped. */
public final class HtmlPrinter implements Block.Cases<String> {
    /** Returns a page as HTML elements. */
    public String html(Page page) {
        StringBuilder html = new StringBuilder();
        for (Part part : page.parts()) {
            html.append(part.block().in(this));
        }
        return html.toString();
    }

    @Override
    public String nothing() {
        return "";
    }

    @Override
    public String gap() {
        return "";
    }

    @Override
    public String heading(Block.Heading heading) {
        return element("h2", heading.text()) + "\n";
    }

    @Override
    public String rule(Block.Rule rule) {
        return heading(new Block.Heading(rule.text(), false));
    }

    @Override
    public String text(Block.Text text) {
        return element("p", text.head() + text.text()) + "\n";
    }

    @Override
    public String lines(Block.Lines lines) {
        return element("pre", String.join("\n", lines.lines())) + "\n";
    }

    @Override
    public String labelled(Block.Labelled labelled) {
        return "<p>" + label(labelled.label()) + escaped(labelled.text()) + "</p>\n";
    }

    @Override
    public String sides(Block.Sides sides) {
        StringBuilder html = new StringBuilder();
        String label = label(sides.label());
        for (Side side : Side.values()) {
            if (sides.of(side).isPresent()) {
                html.append("<p>")
                        .append(label)
                        .append("<b class=\"side\">")
                        .append(side)
                        .append("</b> ")
                        .append(escaped(sides.of(side).get()))
                        .append("</p>\n");
                label = "";
            }
        }
        return html.toString();
    }

    @Override
    public String beside(Block.Beside beside) {
        return "<div class=\"beside\">" + element("pre", String.join("\n", beside.left()))
                + element("pre", String.join("\n", beside.right())) + "</div>\n";
    }

    @Override
    public String pair(Block.Pair pair) {
        return "<p>" + label(pair.label()) + escaped(pair.first()) + "<br>" + escaped(pair.second()) + "</p>\n";
    }

    @Override
    public String gauge(Block.Gauge gauge) {
        double length = Math.min(10_000, gauge.basisPoints()) / 100.0;
        String line = "<line x1=\"" + gauge.mark() + "\" x2=\"" + gauge.mark() + "\" y1=\"0\" y2=\"10\"/>";
        return "<p>" + escaped(gauge.before()) + svg(length, line) + escaped(gauge.after()) + "</p>\n";
    }

    @Override
    public String bars(Block.Bars bars) {
        StringBuilder html = new StringBuilder("<p>").append(label(bars.label()));
        String end = "";
        for (Block.Bar bar : bars.bars()) {
            html.append(end)
                    .append(escaped(bar.text()))
                    .append(' ')
                    .append(svg(Math.min(100, bar.percent()), ""))
                    .append(' ')
                    .append(escaped(bar.note()));
            end = "<br>";
        }
        return html.append("</p>\n").toString();
    }

    /** A bar on a ground of 100; the text beside it has the same figure, so a reader of the page may skip it. */
    private static String svg(double length, String mark) {
        return "<svg class=\"bar\" viewBox=\"0 0 100 10\" width=\"200\" height=\"20\" aria-hidden=\"true\">"
                + "<rect width=\"" + length + "\" height=\"10\"/>" + mark + "</svg>";
    }

    private static String label(String label) {
        return label.isBlank() ? "" : element("b", label.strip()) + " ";
    }

    @Override
    public String grid(Block.Grid grid) {
        StringBuilder html = new StringBuilder("<table>\n");
        for (Block.Titled titled : grid.figures()) {
            String change = titled.shown().change();
            html.append("<tr><th scope=\"row\">")
                    .append(escaped(titled.title()))
                    .append("</th>")
                    .append(cell(Block.Cell.of(
                            titled.shown().text() + " " + change, titled.shown().trend())))
                    .append("</tr>\n");
        }
        return html.append("</table>\n").toString();
    }

    @Override
    public String table(Block.Table table) {
        StringBuilder html = new StringBuilder("<table>\n");
        if (table.hasHead()) {
            html.append("<tr>");
            for (Block.Column column : table.columns()) {
                html.append("<th scope=\"col\">")
                        .append(escaped(column.title().strip()))
                        .append("</th>");
            }
            html.append("</tr>\n");
        }
        for (List<Block.Cell> row : table.rows()) {
            html.append("<tr><th scope=\"row\">")
                    .append(escaped(row.get(0).text().strip()))
                    .append("</th>");
            row.subList(1, row.size()).forEach(cell -> html.append(cell(cell)));
            html.append("</tr>\n");
        }
        return html.append("</table>\n").toString();
    }

    @Override
    public String captioned(Block.Captioned captioned) {
        String caption = captioned.caption();
        StringBuilder html = new StringBuilder();
        html.append("<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"")
                .append(escaped(caption))
                .append("\">\n<table>\n")
                .append(element("caption", caption))
                .append("\n<thead>\n<tr>\n");
        List<Block.Column> columns = captioned.table().columns();
        for (Block.Column column : columns) {
            html.append("<th scope=\"col\"")
                    .append(numbers(column))
                    .append('>')
                    .append(escaped(column.title()))
                    .append("</th>\n");
        }
        html.append("</tr>\n</thead>\n<tbody>\n");
        for (List<Block.Cell> row : captioned.table().rows()) {
            html.append("<tr>\n<th scope=\"row\">")
                    .append(escaped(row.get(0).text()))
                    .append("</th>\n");
            for (int i = 1; i < row.size(); i++) {
                html.append("<td")
                        .append(numbers(columns.get(i)))
                        .append('>')
                        .append(escaped(row.get(i).text()))
                        .append("</td>\n");
            }
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table>\n</div>\n");
        return captioned.folded()
                ? "<details>\n" + element("summary", caption) + "\n" + html + "</details>\n"
                : html.toString();
    }

    private static String numbers(Block.Column column) {
        return column.right() ? " class=\"n\"" : "";
    }

    @Override
    public String picture(Block.Picture picture) {
        return "<figure>\n<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"" + escaped(picture.label())
                + "\">\n" + Svg.of(picture.shapes()) + "</div>\n"
                + element("figcaption", picture.shapes().says())
                + "\n</figure>\n";
    }

    @Override
    public String code(Block.Code code) {
        return element("p", code.text()) + "\n";
    }

    @Override
    public String items(Block.Items items) {
        return list(items.items());
    }

    @Override
    public String tiles(Block.Tiles tiles) {
        return list(tiles.items());
    }

    private static String list(List<Block.Item> items) {
        StringBuilder html = new StringBuilder("<ul>\n");
        for (Block.Item item : items) {
            html.append("<li>")
                    .append(label(item.head()))
                    .append(escaped(item.text()))
                    .append("</li>\n");
        }
        return html.append("</ul>\n").toString();
    }

    @Override
    public String charts(Block.Charts charts) {
        StringBuilder html = new StringBuilder();
        for (Chart chart : charts.charts()) {
            html.append("<figure>")
                    .append(element("figcaption", chart.title()))
                    .append(Svg.of(ChartPicture.of(chart)))
                    .append(element("p", ChartPicture.key(chart)))
                    .append("</figure>\n");
        }
        return html.toString();
    }

    @Override
    public String waterfall(Waterfall waterfall) {
        return "<figure>" + Svg.of(WaterfallPicture.of(waterfall)) + "</figure>\n";
    }

    private static String cell(Block.Cell cell) {
        String classes = cell.classes().isEmpty() ? "" : " class=\"" + cell.classes() + "\"";
        return "<td" + classes + ">" + escaped(cell.text().strip()) + "</td>";
    }

    private static String element(String name, String text) {
        return "<" + name + ">" + escaped(text) + "</" + name + ">";
    }

    static String escaped(String text) {
        return Svg.escaped(text.replace(TextWidth.HARD_BLANK, ' '));
    }
}

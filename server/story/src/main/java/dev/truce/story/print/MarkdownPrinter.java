package dev.truce.story.print;

import dev.truce.engine.board.Side;
import dev.truce.engine.text.TextWidth;
import dev.truce.story.page.Block;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.page.Waterfall;
import java.util.List;
import java.util.stream.Collectors;

/** Prints pages as Markdown; all texts are escaped. A blank line stands after each block. */
public final class MarkdownPrinter implements Block.Cases<String> {
    private static final String SPECIAL = "\\`*_[]|~#";

    /** Returns a page as Markdown. */
    public String markdown(Page page) {
        StringBuilder text = new StringBuilder();
        for (Part part : page.parts()) {
            text.append(part.block().in(this));
        }
        return text.toString();
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
        return "### " + escaped(heading.text()) + "\n\n";
    }

    @Override
    public String rule(Block.Rule rule) {
        return rule.text().isBlank() ? "---\n\n" : label(rule.text()).strip() + "\n\n";
    }

    @Override
    public String text(Block.Text text) {
        return escaped(text.head() + text.text()) + "\n\n";
    }

    @Override
    public String lines(Block.Lines lines) {
        return fence(lines.lines());
    }

    @Override
    public String labelled(Block.Labelled labelled) {
        return label(labelled.label()) + escaped(labelled.text()) + "\n\n";
    }

    @Override
    public String sides(Block.Sides sides) {
        StringBuilder text = new StringBuilder();
        for (Side side : Side.values()) {
            sides.of(side)
                    .ifPresent(own -> text.append("- ")
                            .append(label(sides.label() + " " + side))
                            .append(escaped(own))
                            .append('\n'));
        }
        return text.isEmpty() ? "" : text.append('\n').toString();
    }

    @Override
    public String beside(Block.Beside beside) {
        return fence(beside.left()) + fence(beside.right());
    }

    @Override
    public String pair(Block.Pair pair) {
        return label(pair.label()) + escaped(pair.first()) + "; " + escaped(pair.second()) + "\n\n";
    }

    @Override
    public String gauge(Block.Gauge gauge) {
        return escaped(gauge.before().stripTrailing() + gauge.after()) + "\n\n";
    }

    @Override
    public String bars(Block.Bars bars) {
        StringBuilder text = new StringBuilder();
        for (Block.Bar bar : bars.bars()) {
            text.append("- ")
                    .append(label(bars.label()))
                    .append(escaped(bar.text().strip() + " " + bar.note().strip()))
                    .append('\n');
        }
        return text.append('\n').toString();
    }

    @Override
    public String grid(Block.Grid grid) {
        StringBuilder text = new StringBuilder();
        for (Block.Titled titled : grid.figures()) {
            text.append("- ")
                    .append(label(titled.title()))
                    .append(escaped(
                            (titled.shown().text() + " " + titled.shown().change()).strip()))
                    .append('\n');
        }
        return text.append('\n').toString();
    }

    @Override
    public String table(Block.Table table) {
        StringBuilder text = new StringBuilder();
        row(text, table.columns().stream().map(Block.Column::title).toList());
        text.append('|');
        table.columns().forEach(column -> text.append(column.right() ? " --: |" : " --- |"));
        text.append('\n');
        for (List<Block.Cell> row : table.rows()) {
            row(text, row.stream().map(Block.Cell::text).toList());
        }
        return text.append('\n').toString();
    }

    private static void row(StringBuilder text, List<String> cells) {
        text.append(cells.stream().map(cell -> escaped(cell.strip())).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    @Override
    public String captioned(Block.Captioned captioned) {
        return "**" + escaped(captioned.caption()) + "**\n\n" + table(captioned.table());
    }

    @Override
    public String picture(Block.Picture picture) {
        return escaped(picture.shapes().says()) + "\n\n";
    }

    @Override
    public String code(Block.Code code) {
        return escaped(code.text()) + "\n\n";
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
        StringBuilder text = new StringBuilder();
        for (Block.Item item : items) {
            text.append("- ")
                    .append(label(item.head()))
                    .append(escaped(item.text()))
                    .append('\n');
        }
        return text.append('\n').toString();
    }

    @Override
    public String charts(Block.Charts charts) {
        return fence(ChartText.lines(charts.charts(), Look.Charts.ASCII));
    }

    @Override
    public String waterfall(Waterfall waterfall) {
        return fence(WaterfallText.lines(waterfall, Look.Charts.ASCII));
    }

    private static String fence(List<String> lines) {
        return "```text\n" + String.join("\n", lines) + "\n```\n\n";
    }

    private static String label(String label) {
        return label.isBlank() ? "" : "**" + escaped(label.strip()) + "** ";
    }

    /** Returns a text in which nothing means anything to Markdown. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (SPECIAL.indexOf(c) >= 0) {
                escaped.append('\\').append(c);
            } else {
                escaped.append(
                        switch (c) {
                            case '&' -> "&amp;";
                            case '<' -> "&lt;";
                            case '>' -> "&gt;";
                            case TextWidth.HARD_BLANK -> " ";
                            default -> String.valueOf(c);
                        });
            }
        }
        return escaped.toString();
    }
}

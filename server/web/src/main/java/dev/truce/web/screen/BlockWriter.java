package dev.truce.web.screen;

import dev.truce.engine.board.Side;
import dev.truce.engine.text.TextWidth;
import dev.truce.story.page.Block;
import dev.truce.story.page.Chart;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.page.Waterfall;
import dev.truce.story.picture.Picture;
import dev.truce.story.print.ChartPicture;
import dev.truce.story.print.WaterfallPicture;
import dev.truce.story.words.NumberText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the blocks of a page as objects, of which the page's script draws each kind in one way. */
public final class BlockWriter implements Block.Cases<Map<String, Object>> {
    /** Returns the blocks of a page that draw something. */
    public List<Object> blocks(Page page) {
        return blocks(page.parts());
    }

    /** Returns the blocks of parts that draw something. */
    public List<Object> blocks(List<Part> parts) {
        List<Object> blocks = new ArrayList<>();
        for (Part part : parts) {
            Map<String, Object> block = part.block().in(this);
            if (!block.isEmpty()) {
                blocks.add(block);
            }
        }
        return blocks;
    }

    @Override
    public Map<String, Object> nothing() {
        return Map.of();
    }

    @Override
    public Map<String, Object> gap() {
        return Map.of();
    }

    @Override
    public Map<String, Object> heading(Block.Heading heading) {
        // Where a rule fills the line of a terminal, it parts the words too.
        String text = heading.ruled() ? parted(heading.text()) : heading.text();
        return texts("heading", text);
    }

    @Override
    public Map<String, Object> rule(Block.Rule rule) {
        return texts("heading", rule.text());
    }

    @Override
    public Map<String, Object> text(Block.Text text) {
        return texts("text", text.head() + text.text());
    }

    @Override
    public Map<String, Object> lines(Block.Lines lines) {
        return lines("lines", lines.lines());
    }

    @Override
    public Map<String, Object> labelled(Block.Labelled labelled) {
        return labelled(labelled.label(), labelled.text());
    }

    @Override
    public Map<String, Object> sides(Block.Sides sides) {
        List<Object> items = new ArrayList<>();
        for (Side side : Side.values()) {
            sides.of(side).ifPresent(text -> items.add(item(side.toString(), text)));
        }
        return items.isEmpty() ? Map.of() : list(clean(sides.label()), items);
    }

    @Override
    public Map<String, Object> beside(Block.Beside beside) {
        List<String> all = new ArrayList<>(beside.left());
        all.addAll(beside.right());
        return lines("lines", all);
    }

    @Override
    public Map<String, Object> pair(Block.Pair pair) {
        return list(clean(pair.label()), List.of(item("", pair.first()), item("", pair.second())));
    }

    @Override
    public Map<String, Object> gauge(Block.Gauge gauge) {
        Map<String, Object> block = texts("gauge", gauge.before());
        block.put("after", clean(gauge.after()));
        block.put("percent", Math.min(10_000, gauge.basisPoints()) / 100.0);
        block.put("mark", gauge.mark());
        return block;
    }

    @Override
    public Map<String, Object> bars(Block.Bars bars) {
        Map<String, Object> block = texts("bars", bars.label());
        List<Object> rows = new ArrayList<>();
        for (Block.Bar bar : bars.bars()) {
            Map<String, Object> row = item(bar.text(), bar.note());
            row.put("percent", Math.min(100, bar.percent()));
            rows.add(row);
        }
        block.put("rows", rows);
        return block;
    }

    @Override
    public Map<String, Object> grid(Block.Grid grid) {
        List<Object> items = new ArrayList<>();
        for (Block.Titled titled : grid.figures()) {
            items.add(item(
                    titled.title(), titled.shown().text() + " " + titled.shown().change()));
        }
        return list("", items);
    }

    @Override
    public Map<String, Object> table(Block.Table table) {
        return table("", false, table);
    }

    @Override
    public Map<String, Object> captioned(Block.Captioned captioned) {
        return table(captioned.caption(), captioned.folded(), captioned.table());
    }

    private static Map<String, Object> table(String caption, boolean folded, Block.Table table) {
        Map<String, Object> block = texts("table", caption);
        block.put("folded", folded);
        block.put(
                "heads",
                table.hasHead()
                        ? table.columns().stream()
                                .map(column -> clean(column.title()))
                                .toList()
                        : List.of());
        block.put(
                "rows",
                table.rows().stream()
                        .map(row -> row.stream().map(cell -> clean(cell.text())).toList())
                        .toList());
        return block;
    }

    @Override
    public Map<String, Object> picture(Block.Picture picture) {
        return figure(clean(picture.label()), picture.shapes());
    }

    @Override
    public Map<String, Object> waterfall(Waterfall waterfall) {
        return figure("", WaterfallPicture.of(waterfall));
    }

    private static Map<String, Object> figure(String title, Picture picture) {
        Map<String, Object> block = texts("picture", title);
        block.put("picture", PictureWriter.write(picture));
        return block;
    }

    @Override
    public Map<String, Object> code(Block.Code code) {
        Map<String, Object> block = texts("code", code.text());
        block.put("rows", code.rows());
        return block;
    }

    @Override
    public Map<String, Object> items(Block.Items items) {
        return list("", items(items.items()));
    }

    @Override
    public Map<String, Object> tiles(Block.Tiles tiles) {
        return list("", items(tiles.items()));
    }

    private static List<Object> items(List<Block.Item> items) {
        List<Object> list = new ArrayList<>();
        items.forEach(item -> list.add(item(item.head(), item.text())));
        return list;
    }

    @Override
    public Map<String, Object> charts(Block.Charts charts) {
        Map<String, Object> block = texts("charts", "");
        List<Object> drawn = new ArrayList<>();
        for (Chart chart : charts.charts()) {
            if (chart.rounds() > 0) {
                drawn.add(chart(chart));
            }
        }
        block.put("charts", drawn);
        return block;
    }

    /** Returns a chart as a picture with its figures. */
    private static Map<String, Object> chart(Chart chart) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("title", clean(chart.title()));
        object.put("picture", PictureWriter.write(ChartPicture.of(chart)));
        object.put("key", clean(ChartPicture.key(chart)));
        List<Object> heads = new ArrayList<>(List.of(""));
        List<List<String>> rows = new ArrayList<>();
        for (int round = 0; round < chart.rounds(); round++) {
            rows.add(new ArrayList<>(List.of(Integer.toString(chart.first() + round))));
        }
        for (Chart.Curve curve : chart.curves()) {
            heads.add(clean(curve.name()));
            for (int round = 0; round < chart.rounds(); round++) {
                rows.get(round).add(NumberText.tenth(curve.tenths().get(round)));
            }
        }
        object.put("heads", heads);
        object.put("rows", rows);
        return object;
    }

    /** Returns a sentence as a block. */
    static Map<String, Object> sentence(String text) {
        return texts("text", text);
    }

    /** Returns sentences below a title as a block. */
    static Map<String, Object> sentences(String title, List<String> sentences) {
        List<Object> items = new ArrayList<>();
        sentences.forEach(sentence -> items.add(item("", sentence)));
        return list(clean(title), items);
    }

    private static String parted(String text) {
        return (text.startsWith("== ") ? text.substring(3) : text).replace(" == ", " · ");
    }

    private static Map<String, Object> labelled(String label, String text) {
        Map<String, Object> block = texts("labelled", text);
        block.put("label", clean(label));
        return block;
    }

    private static Map<String, Object> list(String label, List<Object> items) {
        Map<String, Object> block = texts("list", label);
        block.put("items", items);
        return block;
    }

    private static Map<String, Object> lines(String kind, List<String> lines) {
        Map<String, Object> block = texts(kind, "");
        block.put(
                "lines",
                lines.stream()
                        .map(line -> line.replace(TextWidth.HARD_BLANK, ' '))
                        .toList());
        return block;
    }

    private static Map<String, Object> item(String head, String text) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("head", clean(head));
        item.put("text", clean(text));
        return item;
    }

    private static Map<String, Object> texts(String kind, String text) {
        Map<String, Object> block = new LinkedHashMap<>();
        block.put("kind", kind);
        block.put("text", clean(text));
        return block;
    }

    /** Texts are laid out for a terminal: blanks at their ends indent them there. */
    private static String clean(String text) {
        return text.replace(TextWidth.HARD_BLANK, ' ').strip();
    }
}

package dev.truce.story.print;

import dev.truce.engine.board.Side;
import dev.truce.engine.text.TextWidth;
import dev.truce.story.page.Block;
import dev.truce.story.page.Figure.Shown;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.page.Waterfall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prints pages for a terminal, in 80 columns unless it is told to use others. */
public final class ColumnsPrinter implements Block.Cases<List<String>> {
    private static final int TITLE = 18;
    private static final int FIGURE = 10;
    private static final int HALF = 40;

    /** A last column of texts with less room than this is not broken into lines. */
    private static final int MIN_TEXT = 24;

    private static final int SECOND_SIDE = 47;
    private static final int SIDE = 4;

    /** Forty columns are 100 percent. */
    private static final int GAUGE = 40;

    private static final int BAR = 30;
    private static final String DASHES = "-- ";
    private static final char FULL = '\u2588';
    private static final char UPPER = '\u2580';
    private static final char LOWER = '\u2584';
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉█";

    private final Look look;
    private final int columns;

    /** @param look which characters bars use */
    public ColumnsPrinter(Look look) {
        this(look, TextWidth.SCREEN);
    }

    /**
     * @param look which characters bars use
     * @param columns that a line may take, at least 40 for bars and tables
     */
    public ColumnsPrinter(Look look, int columns) {
        this.look = look;
        this.columns = columns;
    }

    /** Prints plain ASCII. */
    public ColumnsPrinter() {
        this(Look.PLAIN);
    }

    public List<String> lines(Page page) {
        List<String> lines = new ArrayList<>();
        for (Part part : page.parts()) {
            lines.addAll(part.block().in(this));
        }
        return lines;
    }

    private List<String> wrapped(String head, String text) {
        return TextWidth.wrap(head, TextWidth.width(head), text, columns);
    }

    @Override
    public List<String> nothing() {
        return List.of();
    }

    @Override
    public List<String> gap() {
        return List.of("");
    }

    @Override
    public List<String> heading(Block.Heading heading) {
        if (!heading.ruled()) {
            return List.of(heading.text());
        }
        String cut = TextWidth.cut(heading.text(), columns - 3);
        return List.of(cut + " " + "=".repeat(columns - 1 - TextWidth.width(cut)));
    }

    /** Fills its line, or is a text like others where it is too long for that. */
    @Override
    public List<String> rule(Block.Rule rule) {
        int fill = columns - TextWidth.width(DASHES + rule.text() + " ");
        return fill < 0
                ? wrapped(DASHES, rule.text())
                : List.of(TextWidth.trimmed(DASHES + rule.text() + " " + "-".repeat(fill)));
    }

    @Override
    public List<String> text(Block.Text text) {
        return TextWidth.wrap(text.head(), text.indent(), text.text(), columns);
    }

    @Override
    public List<String> lines(Block.Lines lines) {
        return lines.lines().stream().map(TextWidth::trimmed).toList();
    }

    @Override
    public List<String> labelled(Block.Labelled labelled) {
        return wrapped(TextWidth.pad(labelled.label(), labelled.width()), labelled.text());
    }

    /** Draws the sides beside each other if they fit, else below each other. */
    @Override
    public List<String> sides(Block.Sides sides) {
        Optional<String> us = sides.of(Side.US);
        Optional<String> cn = sides.of(Side.CN);
        int usRoom = SECOND_SIDE - sides.width() - SIDE - 1;
        int cnRoom = columns - SECOND_SIDE - SIDE;
        String head = TextWidth.pad(sides.label(), sides.width());
        if (us.isPresent()
                && cn.isPresent()
                && TextWidth.width(us.get()) <= usRoom
                && TextWidth.width(cn.get()) <= cnRoom) {
            String left = TextWidth.pad(head + TextWidth.pad(Side.US.toString(), SIDE) + us.get(), SECOND_SIDE);
            return List.of(TextWidth.trimmed(left + TextWidth.pad(Side.CN.toString(), SIDE) + cn.get()));
        }
        List<String> lines = new ArrayList<>();
        for (Side side : Side.values()) {
            if (sides.of(side).isPresent()) {
                String begin = head + TextWidth.pad(side.toString(), SIDE);
                lines.addAll(wrapped(begin, sides.of(side).get()));
                head = TextWidth.pad("", sides.width());
            }
        }
        return lines;
    }

    @Override
    public List<String> beside(Block.Beside beside) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < Math.max(beside.left().size(), beside.right().size()); i++) {
            String left = i < beside.left().size() ? beside.left().get(i) : "";
            String right = i < beside.right().size() ? beside.right().get(i) : "";
            lines.add(TextWidth.trimmed(TextWidth.pad(left, beside.width()) + beside.separator() + right));
        }
        return lines;
    }

    @Override
    public List<String> pair(Block.Pair pair) {
        String head = TextWidth.pad(pair.label(), pair.width());
        if (TextWidth.width(pair.first()) < SECOND_SIDE - pair.width()
                && TextWidth.width(pair.second()) <= columns - SECOND_SIDE) {
            return List.of(TextWidth.trimmed(TextWidth.pad(head + pair.first(), SECOND_SIDE) + pair.second()));
        }
        List<String> lines = new ArrayList<>(wrapped(head, pair.first()));
        lines.addAll(wrapped(TextWidth.pad("", pair.width()), pair.second()));
        return lines;
    }

    @Override
    public List<String> gauge(Block.Gauge gauge) {
        int mark = gauge.mark() * GAUGE / 100;
        String bar = look.blocks() ? blockGauge(gauge.basisPoints(), mark) : asciiGauge(gauge.basisPoints(), mark);
        return List.of(TextWidth.trimmed(gauge.before() + bar + gauge.after()));
    }

    private static String asciiGauge(int basisPoints, int mark) {
        int filled = Math.min(GAUGE, Math.floorDiv(basisPoints * GAUGE + 5_000, 10_000));
        StringBuilder bar = new StringBuilder("[");
        for (int cell = 0; cell < GAUGE; cell++) {
            if (cell == mark) {
                bar.append('|');
            }
            bar.append(cell < filled ? '#' : '.');
        }
        return bar.append(basisPoints > 10_000 ? '>' : ']').toString();
    }

    private static String blockGauge(int basisPoints, int mark) {
        String bar = eighths(Math.min(GAUGE * 8, Math.floorDiv(basisPoints * GAUGE * 8, 10_000)));
        int full = Math.min(mark, bar.length());
        return bar.substring(0, full) + " ".repeat(mark - full) + "│" + bar.substring(full);
    }

    @Override
    public List<String> bars(Block.Bars bars) {
        List<String> lines = new ArrayList<>();
        if (look.blocks()) {
            String label = bars.label();
            for (Block.Bar bar : bars.bars()) {
                String cells = eighths(Math.min(100, bar.percent()) * BAR * 8 / 100);
                lines.addAll(wrapped(TextWidth.pad(label, bars.width()), bar.text() + "  " + cells + " " + bar.note()));
                label = "";
            }
            return lines;
        }
        List<String> texts = new ArrayList<>();
        bars.bars().forEach(bar -> texts.add(bar.text() + ", " + bar.note()));
        return wrapped(TextWidth.pad(bars.label(), bars.width()), String.join("  ", texts));
    }

    private static String eighths(int eighths) {
        String bar = "█".repeat(eighths / 8);
        return eighths % 8 == 0 ? bar : bar + EIGHTHS.charAt(eighths % 8);
    }

    @Override
    public List<String> grid(Block.Grid grid) {
        List<String> lines = new ArrayList<>();
        int rows = (grid.figures().size() + 1) / 2;
        for (int i = 0; i < rows; i++) {
            int right = rows + i;
            lines.add(TextWidth.trimmed(TextWidth.pad(titled(grid.figures().get(i)), HALF)
                    + (right < grid.figures().size() ? titled(grid.figures().get(right)) : "")));
        }
        return lines;
    }

    private static String titled(Block.Titled titled) {
        Shown shown = titled.shown();
        return TextWidth.pad(titled.title(), TITLE) + TextWidth.pad(shown.text(), FIGURE) + shown.change();
    }

    @Override
    public List<String> table(Block.Table table) {
        List<String> lines = new ArrayList<>();
        if (table.hasHead()) {
            lines.add(head(table));
        }
        lines.addAll(table.lines());
        return lines;
    }

    private static String head(Block.Table table) {
        return table.line(table.columns().stream().map(Block.Column::title).toList());
    }

    /** Draws two columns if each text is narrower than half the screen. */
    @Override
    public List<String> captioned(Block.Captioned captioned) {
        List<String> lines = new ArrayList<>(wrapped("", captioned.caption()));
        Block.Table table = apart(captioned.table());
        Block.Column last = table.columns().get(table.columns().size() - 1);
        int before = table.columns().stream().mapToInt(Block.Column::width).sum() - last.width();
        if (last.right() || before > columns - MIN_TEXT || before + last.width() - 2 <= columns) {
            lines.addAll(table(table));
            return lines;
        }
        // A last column of long texts is broken into lines.
        List<Block.Column> heads = table.columns().subList(0, table.columns().size() - 1);
        Block.Table first = new Block.Table(
                heads,
                table.rows().stream().map(row -> row.subList(0, heads.size())).toList());
        lines.add(head(table));
        for (int i = 0; i < table.rows().size(); i++) {
            String head = first.lines().get(i);
            String text = table.rows().get(i).get(heads.size()).text();
            lines.addAll(wrapped(TextWidth.pad(head, before), text));
        }
        return lines;
    }

    /** Puts blanks between a column of numbers and a column of words after it. */
    private static Block.Table apart(Block.Table table) {
        List<Integer> gaps = new ArrayList<>();
        List<Block.Column> columns = new ArrayList<>(table.columns());
        for (int i = columns.size() - 1; i > 0; i--) {
            if (columns.get(i - 1).right() && !columns.get(i).right()) {
                columns.add(i, Block.Column.left("", 2));
                gaps.add(i);
            }
        }
        List<List<Block.Cell>> rows = new ArrayList<>();
        for (List<Block.Cell> row : table.rows()) {
            List<Block.Cell> cells = new ArrayList<>(row);
            gaps.forEach(gap -> cells.add(gap, Block.Cell.of("")));
            rows.add(cells);
        }
        return new Block.Table(columns, rows);
    }

    @Override
    public List<String> picture(Block.Picture picture) {
        return wrapped("", picture.shapes().says());
    }

    /** Two rows of squares in a line of half blocks, where they fit; dark squares are left blank, as terminals are dark. */
    @Override
    public List<String> code(Block.Code code) {
        int border = Block.Code.BORDER / 2;
        int size = code.rows().size();
        if (!look.blocks() || size + 2 * border > columns) {
            return wrapped("", code.text());
        }
        List<String> lines = new ArrayList<>();
        for (int y = -border; y < size + border; y += 2) {
            StringBuilder line = new StringBuilder();
            for (int x = -border; x < size + border; x++) {
                boolean upper = !code.isDark(x, y);
                boolean lower = !code.isDark(x, y + 1);
                line.append(upper ? lower ? FULL : UPPER : lower ? LOWER : ' ');
            }
            lines.add(line.toString());
        }
        lines.addAll(wrapped("", code.text()));
        return lines;
    }

    @Override
    public List<String> items(Block.Items items) {
        List<String> cells = new ArrayList<>();
        for (Block.Item item : items.items()) {
            cells.add(TextWidth.pad(item.head(), items.width()) + item.text());
        }
        List<String> lines = new ArrayList<>();
        if (cells.size() < 2 || cells.stream().anyMatch(cell -> TextWidth.width(cell) >= HALF)) {
            for (Block.Item item : items.items()) {
                lines.addAll(wrapped(TextWidth.pad(item.head(), items.width()), item.text()));
            }
            return lines;
        }
        int half = (cells.size() + 1) / 2;
        for (int i = 0; i < half; i++) {
            String right = half + i < cells.size() ? cells.get(half + i) : "";
            lines.add(TextWidth.trimmed(TextWidth.pad(cells.get(i), HALF) + right));
        }
        return lines;
    }

    @Override
    public List<String> tiles(Block.Tiles tiles) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < tiles.items().size(); i++) {
            Block.Item item = tiles.items().get(i);
            String head = TextWidth.pad(item.head(), tiles.width());
            String next = i + 1 < tiles.items().size()
                    ? TextWidth.pad(tiles.items().get(i + 1).head(), tiles.width())
                            + tiles.items().get(i + 1).text()
                    : "";
            if (!next.isEmpty()
                    && TextWidth.width(head + item.text()) < tiles.column()
                    && TextWidth.width(next) <= columns - tiles.column()) {
                lines.add(TextWidth.trimmed(TextWidth.pad(head + item.text(), tiles.column()) + next));
                i++;
            } else {
                lines.addAll(wrapped(head, item.text()));
            }
        }
        return lines;
    }

    @Override
    public List<String> charts(Block.Charts charts) {
        return ChartText.lines(charts.charts(), look.charts());
    }

    @Override
    public List<String> waterfall(Waterfall waterfall) {
        return WaterfallText.lines(waterfall, look.charts());
    }
}

package dev.truce.story.page;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Side;
import dev.truce.engine.text.TextWidth;
import dev.truce.story.page.Figure.Shown;
import java.util.List;
import java.util.Optional;

/**
 * A shape in which something is drawn: on a terminal with columns, on a web page with elements. All texts are finished.
 * Widths are those of a terminal; blanks before a label indent it there.
 */
public interface Block {
    /** Does what the kind of block asks for. A new kind fails the build in every printer that draws. */
    <R> R in(Cases<R> cases);

    /**
     * One answer for each kind of block.
     *
     * @param <R> the answer
     */
    interface Cases<R> {
        /** Answers for nothing. */
        R nothing();

        /** Answers for an empty line. */
        R gap();

        /** Answers for a heading. */
        R heading(Heading heading);

        /** Answers for a text in a rule. */
        R rule(Rule rule);

        /** Answers for a text. */
        R text(Text text);

        /** Answers for lines. */
        R lines(Lines lines);

        /** Answers for a labelled text. */
        R labelled(Labelled labelled);

        /** Answers for texts of both sides. */
        R sides(Sides sides);

        /** Answers for lines beside lines. */
        R beside(Beside beside);

        /** Answers for two texts in a line. */
        R pair(Pair pair);

        /** Answers for a bar with a mark. */
        R gauge(Gauge gauge);

        /** Answers for bars. */
        R bars(Bars bars);

        /** Answers for figures beside each other. */
        R grid(Grid grid);

        /** Answers for a table. */
        R table(Table table);

        /** Answers for a table with a caption. */
        R captioned(Captioned captioned);

        /** Answers for a picture. */
        R picture(Picture picture);

        /** Answers for squares that a phone reads. */
        R code(Code code);

        /** Answers for short texts. */
        R items(Items items);

        /** Answers for short texts in lines. */
        R tiles(Tiles tiles);

        /** Answers for charts. */
        R charts(Charts charts);

        /** Answers for a sum as bars. */
        R waterfall(Waterfall waterfall);
    }

    /** Nothing is drawn. */
    record Nothing() implements Block {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.nothing();
        }
    }

    /** An empty line between what is drawn before and after it. */
    record Gap() implements Block {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.gap();
        }
    }

    /**
     * A heading.
     *
     * @param text its words
     * @param ruled whether a rule fills its line
     */
    record Heading(String text, boolean ruled) implements Block {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.heading(this);
        }
    }

    /**
     * A text in a rule that parts what is drawn before and after it.
     *
     * @param text its words
     */
    record Rule(String text) implements Block {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.rule(this);
        }
    }

    /**
     * Running text, broken into lines.
     *
     * @param head what its first line begins with
     * @param indent by how much the other lines are indented, at most the width of the head
     * @param text its words
     */
    record Text(String head, int indent, String text) implements Block {
        /** Returns a text without a head. */
        public static Text of(String text) {
            return new Text("", 0, text);
        }

        @Override
        public <R> R in(Cases<R> cases) {
            return cases.text(this);
        }
    }

    /**
     * Lines that are drawn as they are.
     *
     * @param lines in order
     */
    record Lines(List<String> lines) implements Block {
        public Lines {
            lines = List.copyOf(lines);
        }

        @Override
        public <R> R in(Cases<R> cases) {
            return cases.lines(this);
        }
    }

    /**
     * A text with a label.
     *
     * @param label its words, or empty if the label above is meant
     * @param width of all labels
     * @param text its words
     */
    record Labelled(String label, int width, String text) implements Block {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.labelled(this);
        }
    }

    /**
     * Texts of one side or both with a label; a side without one is left out.
     *
     * @param label its words
     * @param width of all labels
     * @param texts of the sides, empty for none
     */
    record Sides(String label, int width, BySide<String> texts) implements Block {
        /** Returns the text of a side, if it has one. */
        public Optional<String> of(Side side) {
            return Optional.of(texts.of(side)).filter(text -> !text.isEmpty());
        }

        @Override
        public <R> R in(Cases<R> cases) {
            return cases.sides(this);
        }
    }

    /**
     * Lines beside other lines.
     *
     * @param width of the left ones
     * @param separator what stands before each right one
     * @param left in order
     * @param right in order
     */
    record Beside(int width, String separator, List<String> left, List<String> right) implements Block {
        public Beside {
            left = List.copyOf(left);
            right = List.copyOf(right);
        }

        @Override
        public <R> R in(Cases<R> cases) {
            return cases.beside(this);
        }
    }

    /**
     * Two texts in a line with a label, or below each other where they do not fit.
     *
     * @param label its words
     * @param width of all labels
     * @param first first text
     * @param second second text
     */
    record Pair(String label, int width, String first, String second) implements Block {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.pair(this);
        }
    }

    /**
     * A text with a bar in it that stands for a part of a hundred and has a mark.
     *
     * @param text its words with {@link #PLACE} where the bar stands
     * @param basisPoints length of the bar
     * @param mark where the mark stands, percent
     */
    record Gauge(String text, int basisPoints, int mark) implements Block {
        /** Stands for the bar; the character belongs to no alphabet. */
        public static final String PLACE = "\ue000";

        /** Returns the text before the bar. */
        public String before() {
            return text.substring(0, text.indexOf(PLACE));
        }

        /** Returns the text after the bar. */
        public String after() {
            return text.substring(text.indexOf(PLACE) + PLACE.length());
        }

        @Override
        public <R> R in(Cases<R> cases) {
            return cases.gauge(this);
        }
    }

    /**
     * Bars below each other with a label, or their texts alone where no bars can be drawn.
     *
     * @param label its words
     * @param width of all labels
     * @param bars in order
     */
    record Bars(String label, int width, List<Bar> bars) implements Block {
        public Bars {
            bars = List.copyOf(bars);
        }

        @Override
        public <R> R in(Cases<R> cases) {
            return cases.bars(this);
        }
    }

    /**
     * A bar.
     *
     * @param text words before it
     * @param percent its length; longer ones end at 100
     * @param note words after it
     */
    record Bar(String text, int percent, String note) {}

    /**
     * Titled figures in two columns, the first half of them on the left.
     *
     * @param figures in order
     */
    record Grid(List<Titled> figures) implements Block {
        public Grid {
            figures = List.copyOf(figures);
        }

        @Override
        public <R> R in(Cases<R> cases) {
            return cases.grid(this);
        }
    }

    /**
     * A figure with its title.
     *
     * @param title its words
     * @param shown the figure
     */
    record Titled(String title, Shown shown) {}

    /**
     * A table; the first cell of a row says what it is about. Without a title in any column it has no head.
     *
     * @param columns in order
     * @param rows each with a cell for each column
     */
    record Table(List<Column> columns, List<List<Cell>> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }

        public boolean hasHead() {
            return columns.stream().anyMatch(column -> !column.title().isEmpty());
        }

        /**
         * Returns a row as a line of text. After a text that is wider than its column, the next column is in its place again if it can;
         * in any case a blank stands between two texts.
         */
        public String line(List<String> texts) {
            String line = "";
            int end = 0;
            for (int i = 0; i < texts.size(); i++) {
                Column column = columns.get(i);
                String text = texts.get(i);
                end += column.width();
                boolean apart = line.isEmpty() || line.endsWith(" ") || text.isBlank() || text.startsWith(" ");
                String before = apart ? line : line + " ";
                line = column.right()
                        ? before + TextWidth.padLeft(text, end - TextWidth.width(before))
                        : TextWidth.pad(before + text, end);
            }
            return TextWidth.trimmed(line);
        }

        /** Returns all rows as lines of text. */
        public List<String> lines() {
            return rows.stream()
                    .map(row -> line(row.stream().map(Cell::text).toList()))
                    .toList();
        }

        @Override
        public <R> R in(Cases<R> cases) {
            return cases.table(this);
        }
    }

    /**
     * A table with a caption; columns on the right hold numbers.
     *
     * @param caption its words
     * @param folded whether a page shows only the caption until a reader asks for the table
     * @param table what it holds
     */
    record Captioned(String caption, boolean folded, Table table) implements Block {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.captioned(this);
        }
    }

    /**
     * A picture that only a page can show.
     *
     * @param label what it is
     * @param shapes what there is to see
     */
    record Picture(String label, dev.truce.story.picture.Picture shapes) implements Block {
        @Override
        public <R> R in(Cases<R> cases) {
            return cases.picture(this);
        }
    }

    /**
     * An address as squares that a phone reads, dark on light whatever the screen is like.
     *
     * @param text the address
     * @param rows of squares, {@code #} for a dark one; a light border of {@link #BORDER} squares is drawn around them
     */
    record Code(String text, List<String> rows) implements Block {
        /** Squares of the light border that readers need. */
        public static final int BORDER = 4;

        public Code {
            rows = List.copyOf(rows);
        }

        /** Returns whether a square is dark; those of the border are not. */
        public boolean isDark(int x, int y) {
            return y >= 0
                    && y < rows.size()
                    && x >= 0
                    && x < rows.size()
                    && rows.get(y).charAt(x) != ' ';
        }

        @Override
        public <R> R in(Cases<R> cases) {
            return cases.code(this);
        }
    }

    /**
     * Short texts, read down in two columns if all fit, else a line each.
     *
     * @param width of all heads
     * @param items in order
     */
    record Items(int width, List<Item> items) implements Block {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public <R> R in(Cases<R> cases) {
            return cases.items(this);
        }
    }

    /**
     * Short texts, two in a line where both fit.
     *
     * @param width of all heads
     * @param column where the second text of a line begins
     * @param items in order
     */
    record Tiles(int width, int column, List<Item> items) implements Block {
        public Tiles {
            items = List.copyOf(items);
        }

        @Override
        public <R> R in(Cases<R> cases) {
            return cases.tiles(this);
        }
    }

    /**
     * A short text.
     *
     * @param head what stands before it, for example the round
     * @param text its words
     */
    record Item(String head, String text) {}

    /**
     * Charts beside each other, as far as they fit.
     *
     * @param charts in order
     */
    record Charts(List<Chart> charts) implements Block {
        public Charts {
            charts = List.copyOf(charts);
        }

        @Override
        public <R> R in(Cases<R> cases) {
            return cases.charts(this);
        }
    }

    /**
     * A column of a table.
     *
     * @param title its head
     * @param width on a terminal
     * @param right whether its texts stand on the right
     */
    record Column(String title, int width, boolean right) {
        /** Returns a column whose texts stand on the left. */
        public static Column left(String title, int width) {
            return new Column(title, width, false);
        }

        /** Returns a column whose texts stand on the right. */
        public static Column right(String title, int width) {
            return new Column(title, width, true);
        }
    }

    /**
     * A cell of a table.
     *
     * @param text its words or digits
     * @param classes its classes on a web page, for example {@code number falls}; may be empty
     */
    record Cell(String text, String classes) {
        /** Returns a cell with words. */
        public static Cell of(String text) {
            return new Cell(text, "");
        }

        public static Cell number(String text) {
            return new Cell(text, "number");
        }

        /** Returns a cell with a figure and its change. */
        public static Cell of(String text, Trend trend) {
            return new Cell(text, "number " + trend.htmlClass());
        }
    }
}

package dev.truce.tournament.report;

import dev.truce.engine.text.TextWidth;
import dev.truce.story.page.Block;
import dev.truce.story.page.Part;
import java.util.ArrayList;
import java.util.List;

/** A table of figures for a terminal: a bot, then figures that stand on the right below a head that is laid out as a whole. */
final class ScreenTable {
    /** Columns of a name, with a blank after it. */
    static final int NAME = 18;

    private final Words words;
    private final String head;
    private final int[] widths;
    private final List<List<Block.Cell>> rows = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();
    private final int indent;

    /**
     * @param words the texts of the language
     * @param indent columns before the name
     * @param head what stands above the figures, with the blanks between
     * @param widths of the figures
     */
    ScreenTable(Words words, int indent, String head, int... widths) {
        this.words = words;
        this.indent = indent;
        this.head = head;
        this.widths = widths.clone();
    }

    /**
     * Adds a row.
     *
     * @param before what stands before the name
     * @param name of the bot, cut if it is long
     * @param figures one for each width; more of them stand on the left
     */
    void row(String before, String name, List<String> figures) {
        List<Block.Cell> cells = new ArrayList<>();
        cells.add(Block.Cell.of(before));
        cells.add(Block.Cell.of(TextWidth.cut(name, NAME - 1)));
        for (int i = 0; i < figures.size(); i++) {
            cells.add(Block.Cell.number(
                    i < widths.length ? TextWidth.padLeft(figures.get(i), widths[i]) : figures.get(i)));
        }
        rows.add(cells);
        if (!name.isEmpty()) {
            sentences.add(sentence(name, figures));
        }
    }

    /** Adds how far intervals reach, below the figures of the last row, if there is any. */
    void reaches(List<String> reaches) {
        if (!reaches.stream().allMatch(String::isEmpty)) {
            row("", "", reaches);
        }
    }

    private String sentence(String name, List<String> figures) {
        List<String> titles = titles();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            texts.add((titles.get(i).strip() + " " + figures.get(i)).strip());
        }
        return name + words.of("list.colon") + words.parts(texts) + words.of("list.stop");
    }

    Part part(String name, String first, String bot) {
        List<Block.Column> columns = new ArrayList<>();
        columns.add(Block.Column.left(first, indent));
        columns.add(Block.Column.left(bot, NAME));
        List<String> titles = titles();
        for (int i = 0; i < titles.size(); i++) {
            columns.add(Block.Column.left(titles.get(i), i < widths.length ? widths[i] : 0));
        }
        Part part = Part.named(name).drawn(new Block.Table(columns, rows));
        for (String sentence : sentences) {
            part = part.said(sentence);
        }
        return part.datum(rows.stream()
                .map(row -> row.stream().map(cell -> cell.text().strip()).toList())
                .toList());
    }

    /** Returns the head in pieces, none of which ends within a word. */
    private List<String> titles() {
        List<String> titles = new ArrayList<>();
        int from = 0;
        int end = 0;
        for (int width : widths) {
            end += width;
            int to = from;
            while (to < head.length()
                    && (TextWidth.width(head.substring(0, to)) < end || (to > from && head.charAt(to) != ' '))) {
                to++;
            }
            titles.add(head.substring(from, to));
            from = to;
        }
        titles.add(head.substring(from));
        return titles;
    }
}

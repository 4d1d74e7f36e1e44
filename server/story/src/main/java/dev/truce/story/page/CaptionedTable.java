package dev.truce.story.page;

import dev.truce.engine.text.TextWidth;
import dev.truce.story.words.Phrases;
import java.util.ArrayList;
import java.util.List;

/** Makes a table with a caption of texts: columns of numbers stand on the right, and each row is a sentence too. */
public final class CaptionedTable {
    /** More numbers in a cell, without dashes between them, are read from the left. */
    private static final int MAX_BLANKS = 2;

    private CaptionedTable() {}

    /**
     * Returns the table as a part.
     *
     * @param isFolded whether a page shows only the caption until a reader asks for the table
     * @param rows the first cell of a row names the row
     */
    public static Part of(
            Phrases phrases, String caption, boolean isFolded, List<String> heads, List<List<String>> rows) {
        List<Block.Column> columns = new ArrayList<>();
        for (int i = 0; i < heads.size(); i++) {
            int column = i;
            boolean isOfNumbers = i > 0 && rows.stream().allMatch(row -> isNumber(row.get(column)));
            columns.add(new Block.Column(heads.get(i), width(heads, rows, column), isOfNumbers));
        }
        List<List<Block.Cell>> cells = rows.stream()
                .map(row -> row.stream().map(Block.Cell::of).toList())
                .toList();
        Part part = Part.named("table").drawn(new Block.Captioned(caption, isFolded, new Block.Table(columns, cells)));
        for (List<String> row : rows) {
            part = part.said(sentence(phrases, heads, row));
        }
        return part;
    }

    private static int width(List<String> heads, List<List<String>> rows, int column) {
        int width = TextWidth.width(heads.get(column));
        for (List<String> row : rows) {
            width = Math.max(width, TextWidth.width(row.get(column)));
        }
        return width + 2;
    }

    private static String sentence(Phrases phrases, List<String> heads, List<String> row) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i < row.size(); i++) {
            cells.add(heads.get(i) + " " + row.get(i));
        }
        return row.get(0) + phrases.of("list.colon") + phrases.parts(cells) + phrases.of("list.stop");
    }

    /** Returns whether a cell is a number, an interval of numbers or a dash. */
    private static boolean isNumber(String cell) {
        boolean hasDigit = cell.equals("-");
        if (cell.indexOf('-') < 0 && cell.chars().filter(c -> c == ' ').count() > MAX_BLANKS) {
            return false;
        }
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            hasDigit |= c >= '0' && c <= '9';
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != ' ' && c != '%') {
                return false;
            }
        }
        return hasDigit;
    }
}

package dev.truce.tournament.report;

import dev.truce.story.bundles.Bundles;
import dev.truce.story.page.Block;
import dev.truce.story.page.CaptionedTable;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.picture.Picture;
import dev.truce.tournament.table.TableRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Collects the parts of a page: paragraphs, lists, pictures and tables. */
final class PageParts {
    private final Words words;
    private final List<Part> parts = new ArrayList<>();

    PageParts(Words words) {
        this.words = words;
    }

    /** Returns what was told since the last page. */
    Page page() {
        Page page = Page.of(parts);
        parts.clear();
        return page;
    }

    void paragraph(String text) {
        parts.add(Part.named("text").drawn(Block.Text.of(text)).said(text));
    }

    /** Tells sentences, each by itself. */
    void list(List<String> sentences) {
        Part list = Part.named("list")
                .drawn(new Block.Items(
                        0,
                        sentences.stream().map(text -> new Block.Item("", text)).toList()));
        for (String sentence : sentences) {
            list = list.said(sentence);
        }
        parts.add(list);
    }

    /** Tells a picture, or why there is none. */
    void picture(Optional<Picture> picture, String section) {
        paragraph(words.of("about." + section));
        if (picture.isEmpty()) {
            paragraph(words.of("picture.none", Pictures.MAX_BOTS));
            return;
        }
        String label = words.of("page.picture", words.of("section." + section));
        String says = picture.get().says();
        parts.add(Part.named("picture")
                .drawn(new Block.Picture(label, picture.get()))
                .said(says));
    }

    /** Tells a table; the first cell of a row names the row. */
    void table(String caption, List<String> heads, List<List<String>> rows) {
        table(caption, false, heads, rows);
    }

    /** Tells a table that is folded away on a page until somebody wants to see it. */
    void folded(String caption, List<String> heads, List<List<String>> rows) {
        table(caption, true, heads, rows);
    }

    private void table(String caption, boolean isFolded, List<String> heads, List<List<String>> rows) {
        parts.add(CaptionedTable.of(Bundles.of(words.language()), caption, isFolded, heads, rows));
    }

    /** Tells a line that can be typed. */
    void command(String command) {
        parts.add(Part.named("command").drawn(new Block.Lines(List.of(command))).said(command));
    }

    /** The columns of a table of the page: the head of each stands beside what it shows of a row. */
    static final class Columns {
        private final List<Column> columns = new ArrayList<>();

        private record Column(String head, Function<TableRow, String> cell) {}

        /**
         * Adds a column.
         *
         * @param head end of the key of its head
         */
        Columns with(String head, Function<TableRow, String> cell) {
            columns.add(new Column(head, cell));
            return this;
        }

        /** Adds columns of the file as they stand there, under their own names. */
        Columns texts(String... names) {
            for (String name : names) {
                with(name, row -> row.text(name));
            }
            return this;
        }

        /** Adds a figure, rounded. */
        Columns shown(String head, String column, int decimals) {
            return with(head, row -> row.shown(column, decimals));
        }

        /** Adds an interval, rounded. */
        Columns interval(String low, String high, int decimals) {
            return with("interval", row -> row.interval(low, high, decimals));
        }

        /** Adds a figure and its interval, rounded. */
        Columns estimate(String head, String column, int decimals) {
            return shown(head, column, decimals).interval(column + "_low", column + "_high", decimals);
        }

        List<String> heads(Words words) {
            return columns.stream()
                    .map(column -> words.of("head." + column.head()))
                    .toList();
        }

        List<List<String>> cells(List<TableRow> rows) {
            return rows.stream()
                    .map(row -> columns.stream()
                            .map(column -> column.cell().apply(row))
                            .toList())
                    .toList();
        }
    }
}

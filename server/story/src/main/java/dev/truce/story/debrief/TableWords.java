package dev.truce.story.debrief;

import dev.truce.engine.board.Side;
import dev.truce.match.Seat;
import dev.truce.story.page.Block;
import dev.truce.story.page.Part;
import dev.truce.story.picture.RowChart;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Wording;
import java.util.List;
import java.util.stream.Collectors;

/** How the parts of a debrief write tables, figures and paragraphs. */
final class TableWords {
    private TableWords() {}

    /** Returns a table's number and name. */
    static String table(ClassTable table, Wording wording) {
        return table.label().isEmpty()
                ? String.valueOf(table.number())
                : table.number() + " " + RowChart.cut(wording.safe(table.label()));
    }

    /** Returns tables as a sentence names them, at least one. */
    static String tables(List<ClassTable> tables, Wording wording) {
        List<String> names = tables.stream().map(each -> table(each, wording)).toList();
        return names.size() == 1
                ? wording.phrases().of("debrief.tables.one", names.get(0))
                : wording.phrases()
                        .of("debrief.tables.more", String.join(wording.phrases().of("debrief.tables.between"), names));
    }

    /** Returns a table's tariffs by round. */
    static String tariffs(ClassTable table) {
        return table.tariffs().stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    static String tenth(long tenths) {
        return NumberText.tenth(tenths);
    }

    /** Returns the printed score of a side, with a mark if no person headed it. */
    static String score(ClassTable table, Side side) {
        return tenth(table.tenths(side)) + (table.isPlayed(side) ? "" : "*");
    }

    /** Returns who headed a side: a bot has nobody's name, and a name stands marked if its person did nothing. */
    static String head(ClassTable table, Side side, Debrief debrief, Wording wording) {
        String name = wording.safe(debrief.names().of().apply(table, Seat.head(side)));
        return switch (table.playedBy().of(side)) {
            case PERSON -> name;
            case BOT ->
                debrief.names().mode() == TableNames.Mode.REAL
                        ? wording.phrases().of("debrief.head.bot.of", name)
                        : wording.phrases().of("debrief.head.bot");
            case NOBODY -> wording.phrases().of("debrief.head.nobody", name).strip();
        };
    }

    static Part paragraph(String text) {
        return Part.named("text").drawn(Block.Text.of(text)).said(text);
    }

    /** Returns texts, each by itself. */
    static Part list(List<Block.Item> items) {
        int head = items.stream().mapToInt(item -> item.head().length()).max().orElse(0);
        Part list = Part.named("list").drawn(new Block.Items(head == 0 ? 0 : head + 1, items));
        for (Block.Item item : items) {
            list = list.said(item.head().isEmpty() ? item.text() : item.head() + " " + item.text());
        }
        return list;
    }
}

package dev.truce.story.debrief;

import dev.truce.engine.board.Side;
import dev.truce.engine.talk.LedgerEntry;
import dev.truce.engine.talk.SaidAndDone.Tally;
import dev.truce.engine.talk.WordVerdict;
import dev.truce.story.page.Block;
import dev.truce.story.page.CaptionedTable;
import dev.truce.story.page.Part;
import dev.truce.story.words.LedgerWords;
import dev.truce.story.words.Phrases;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** Promises against deeds. */
final class PromiseParts {
    private static final int MAX_BROKEN = 3;

    private final ClassTables tables;
    private final Wording wording;
    private final Phrases phrases;

    PromiseParts(ClassTables tables, Wording wording) {
        this.tables = tables;
        this.wording = wording;
        this.phrases = wording.phrases();
    }

    List<Part> parts() {
        List<List<String>> rows = new ArrayList<>();
        List<Block.Item> broken = new ArrayList<>();
        LedgerWords words = new LedgerWords(wording);
        for (ClassTable table : tables.ranked()) {
            String name = TableWords.table(table, wording);
            Tally us = table.ledger().tally(Side.US);
            Tally cn = table.ledger().tally(Side.CN);
            rows.add(List.of(
                    name,
                    phrases.of("ledger.tally", us.done(), us.counted()),
                    phrases.of("ledger.tally", cn.done(), cn.counted()),
                    String.valueOf(us.pending() + cn.pending() + us.uncounted() + cn.uncounted())));
            List<LedgerEntry> notDone = table.ledger().entries().stream()
                    .filter(entry -> entry.verdict() == WordVerdict.NOT_DONE)
                    .toList();
            notDone.stream().limit(MAX_BROKEN).forEach(entry -> broken.add(new Block.Item(name, words.judged(entry))));
            if (notDone.size() > MAX_BROKEN) {
                broken.add(new Block.Item(name, phrases.of("debrief.promises.more", notDone.size() - MAX_BROKEN)));
            }
        }
        List<Part> parts = new ArrayList<>();
        parts.add(TableWords.paragraph(phrases.of("debrief.promises")));
        parts.add(CaptionedTable.of(
                phrases,
                phrases.of("debrief.promises.caption"),
                false,
                List.of(
                        phrases.of("debrief.column.table"),
                        phrases.of("debrief.column.kept", Side.US),
                        phrases.of("debrief.column.kept", Side.CN),
                        phrases.of("debrief.column.open")),
                rows));
        if (!broken.isEmpty()) {
            parts.add(TableWords.paragraph(phrases.of("debrief.promises.broken")));
            parts.add(TableWords.list(broken));
        }
        return parts;
    }
}

package dev.truce.story.topic;

import dev.truce.engine.board.Side;
import dev.truce.engine.talk.LedgerEntry;
import dev.truce.engine.talk.SaidAndDone;
import dev.truce.engine.text.TextWidth;
import dev.truce.story.page.Block;
import dev.truce.story.page.Page;
import dev.truce.story.page.Part;
import dev.truce.story.words.LedgerWords;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ledger of said and done: how each side's word stands, then every word with its verdict. */
public final class LedgerTopic {
    private static final int VERDICT = 10;
    private static final int INDENT = 14;
    private static final int MAX_RECENT = 12;

    private final Wording wording;
    private final LedgerWords words;
    private final TalkObjects objects;

    /** @param wording the words of the scenario */
    public LedgerTopic(Wording wording) {
        this.wording = wording;
        this.words = new LedgerWords(wording);
        this.objects = new TalkObjects(wording.scenario());
    }

    /**
     * Returns the ledger.
     *
     * @param only the side whose words are wanted, or null for both
     */
    public Page page(SaidAndDone ledger, @Nullable Side only) {
        List<LedgerEntry> entries = ledger.entries().stream()
                .filter(entry -> only == null || entry.side() == only)
                .toList();
        List<Part> parts = new ArrayList<>();
        parts.add(tallies(ledger, only));
        entries.forEach(entry -> parts.add(entry(entry)));
        if (entries.isEmpty()) {
            parts.add(Part.named("none").drawn(Block.Text.of(wording.text("ledger.none"))));
        }
        return Page.of(parts);
    }

    private Part tallies(SaidAndDone ledger, @Nullable Side only) {
        Part part = Part.named("ledger").drawn(Block.Text.of(head(ledger))).datum(objects.ledger(ledger));
        for (Side side : Side.values()) {
            if (only == null || only == side) {
                part = part.said(sentence(ledger, side));
            }
        }
        return part;
    }

    private Part entry(LedgerEntry entry) {
        String head =
                TextWidth.pad(words.verdict(entry), VERDICT) + TextWidth.pad("r" + entry.round(), INDENT - VERDICT);
        String word = words.word(entry);
        Part part = Part.named("word");
        return entry.isPending()
                ? part.drawn(new Block.Text(head, TextWidth.width(head), word))
                        .said(wording.text("spoken.word.pending", entry.round(), word))
                : part.drawn(new Block.Text(
                                head,
                                TextWidth.width(head),
                                wording.text("ledger.decided", word, entry.decided(), words.deed(entry))))
                        .said(wording.text(
                                "spoken.word",
                                entry.round(),
                                word,
                                words.verdict(entry),
                                entry.decided(),
                                words.deed(entry)));
    }

    /** Returns how both sides' words stand in a line, or nothing if nobody gave any. */
    public List<Part> summary(SaidAndDone ledger) {
        String head = head(ledger);
        return ledger.entries().isEmpty()
                ? List.of()
                : List.of(Part.named("ledger").drawn(Block.Text.of(head)).said(head));
    }

    /**
     * Returns what the final report tells: the words that were given last, and how many came before them. It is said, and
     * programs get it, in full.
     */
    List<Part> recent(SaidAndDone ledger) {
        List<LedgerEntry> all = ledger.entries();
        List<Part> parts = new ArrayList<>();
        Part tallies = Part.named("said_and_done").datum(objects.ledger(ledger));
        if (!all.isEmpty()) {
            for (Side side : Side.values()) {
                tallies = tallies.said(sentence(ledger, side));
            }
        }
        int earlier = Math.max(0, all.size() - MAX_RECENT);
        parts.add(earlier > 0 ? tallies.drawn(Block.Text.of(wording.text("ledger.earlier", earlier))) : tallies);
        for (int i = 0; i < all.size(); i++) {
            Part entry = entry(all.get(i));
            parts.add(i < earlier ? entry.drawn(new Block.Nothing()) : entry);
        }
        return parts;
    }

    private String sentence(SaidAndDone ledger, Side side) {
        SaidAndDone.Tally tally = ledger.tally(side);
        return wording.text(
                "spoken.ledger", wording.side(side), tally.counted(), tally.done(), tally.pending(), tally.uncounted());
    }

    private String head(SaidAndDone ledger) {
        SaidAndDone.Tally us = ledger.tally(Side.US);
        SaidAndDone.Tally cn = ledger.tally(Side.CN);
        return wording.text(
                "ledger.head", tally(us), tally(cn), us.pending() + cn.pending(), us.uncounted() + cn.uncounted());
    }

    /** Returns how a side's word stands, for example {@code 2 of 3}. */
    private String tally(SaidAndDone.Tally tally) {
        return wording.text("ledger.tally", tally.done(), tally.counted());
    }
}

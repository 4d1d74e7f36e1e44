package dev.truce.cli.screen;

import dev.truce.cli.text.Texts;
import dev.truce.engine.board.Side;
import dev.truce.engine.talk.LedgerEntry;
import dev.truce.engine.talk.SaidAndDone;
import dev.truce.engine.text.TextWidth;
import dev.truce.story.page.Block;
import dev.truce.story.page.Part;
import dev.truce.story.words.LedgerWords;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ledger of said and done: how each side's word stands, then every word with what came of it. */
public final class LedgerBlock {
    private static final int VERDICT = 10;
    private static final int INDENT = 14;
    private static final int WORDS_MAX = 12;

    private final Wording wording;
    private final LedgerWords words;

    /** @param wording the words of the scenario */
    public LedgerBlock(Wording wording) {
        this.wording = wording;
        this.words = new LedgerWords(wording);
    }

    /** Returns whether anything was said in a fixed form, or signed. */
    public boolean isWorthSaying(SaidAndDone ledger) {
        return !ledger.entries().isEmpty();
    }

    /** Returns how a side's word stands, for example {@code 2 of 3}. */
    public String tally(SaidAndDone ledger, Side side) {
        SaidAndDone.Tally tally = ledger.tally(side);
        return Texts.of("ledger.tally", tally.done(), tally.counted());
    }

    /** Returns how both sides' words stand in one line, or nothing if nobody gave any. */
    public List<String> summary(SaidAndDone ledger) {
        return isWorthSaying(ledger) ? List.of(head(ledger)) : List.of();
    }

    private String head(SaidAndDone ledger) {
        SaidAndDone.Tally us = ledger.tally(Side.US);
        SaidAndDone.Tally cn = ledger.tally(Side.CN);
        return Texts.of(
                "ledger.head",
                tally(ledger, Side.US),
                tally(ledger, Side.CN),
                us.pending() + cn.pending(),
                us.uncounted() + cn.uncounted());
    }

    /**
     * Returns the ledger.
     *
     * @param only the side whose words are wanted, or null for both
     */
    public List<String> lines(SaidAndDone ledger, @Nullable Side only) {
        List<String> lines = new ArrayList<>(List.of(head(ledger)));
        lines.addAll(rows(of(ledger, only)));
        if (lines.size() == 1) {
            lines.addAll(TextWidth.wrap("", Texts.of("ledger.none")));
        }
        return lines;
    }

    /** Returns what the final report tells of the ledger: the words that were given last, and how many came before them. */
    public Part part(SaidAndDone ledger) {
        Part part = Part.named("said_and_done");
        if (!isWorthSaying(ledger)) {
            return part;
        }
        for (String sentence : sentences(ledger, null)) {
            part = part.said(sentence);
        }
        return part.drawn(new Block.Lines(recent(ledger, WORDS_MAX)));
    }

    private List<String> recent(SaidAndDone ledger, int most) {
        List<LedgerEntry> all = ledger.entries();
        List<LedgerEntry> last = all.subList(Math.max(0, all.size() - most), all.size());
        List<String> lines = rows(last);
        if (last.size() < all.size()) {
            lines.add(0, Texts.of("ledger.earlier", all.size() - last.size()));
        }
        return lines;
    }

    private List<String> rows(List<LedgerEntry> entries) {
        List<String> lines = new ArrayList<>();
        for (LedgerEntry entry : entries) {
            String head =
                    TextWidth.pad(words.verdict(entry), VERDICT) + TextWidth.pad("r" + entry.round(), INDENT - VERDICT);
            String text = entry.isPending()
                    ? words.word(entry)
                    : Texts.of("ledger.decided", words.word(entry), entry.decided(), words.deed(entry));
            lines.addAll(TextWidth.wrap(head, text));
        }
        return lines;
    }

    /**
     * Returns the ledger as sentences.
     *
     * @param only the side whose words are wanted, or null for both
     */
    public List<String> sentences(SaidAndDone ledger, @Nullable Side only) {
        List<String> lines = new ArrayList<>();
        for (Side side : Side.values()) {
            if (only == null || only == side) {
                SaidAndDone.Tally tally = ledger.tally(side);
                lines.addAll(TextWidth.wrap(
                        "",
                        Texts.of(
                                "spoken.ledger",
                                wording.side(side),
                                tally.counted(),
                                tally.done(),
                                tally.pending(),
                                tally.uncounted())));
            }
        }
        for (LedgerEntry entry : of(ledger, only)) {
            lines.addAll(TextWidth.wrap(
                    "",
                    entry.isPending()
                            ? Texts.of("spoken.word.pending", entry.round(), words.word(entry))
                            : Texts.of(
                                    "spoken.word",
                                    entry.round(),
                                    words.word(entry),
                                    words.verdict(entry),
                                    entry.decided(),
                                    words.deed(entry))));
        }
        return lines;
    }

    private static List<LedgerEntry> of(SaidAndDone ledger, @Nullable Side only) {
        return ledger.entries().stream()
                .filter(entry -> only == null || entry.side() == only)
                .toList();
    }
}

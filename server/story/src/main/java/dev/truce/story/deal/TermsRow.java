package dev.truce.story.deal;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.view.Observation;
import dev.truce.story.topic.TermsTopic;
import dev.truce.story.words.LeverWords;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One clause of terms as a person reads it.
 *
 * @param instrument the lever that it binds
 * @param name how the lever is called
 * @param bound what the clause asks for
 * @param now where the lever stands, as far as the seat sees it, or what it had promised
 * @param changes whether the clause asks for more or less than what binds now
 * @param line what it costs the seat as a red line, or an empty text
 */
public record TermsRow(Instrument instrument, String name, String bound, String now, boolean changes, String line) {

    /** Returns the clauses of terms about the levers of a side, in instrument order. */
    public static List<TermsRow> of(Terms terms, Side holder, Observation now, Wording wording) {
        TermsTopic topic = new TermsTopic(wording);
        Map<Instrument, Long> prices = topic.prices(terms, now);
        Treaty base = topic.before(terms, now);
        List<TermsRow> rows = new ArrayList<>();
        for (Clause clause : topic.entered(terms, now)) {
            Instrument instrument = clause.instrument();
            if (instrument.holder() != holder) {
                continue;
            }
            int level = now.levels().get(instrument);
            Clause before = base.binding(instrument, now.openRound());
            boolean moves = level != Levels.UNSEEN && clause.isBrokenBy(level);
            Long price = prices.get(instrument);
            rows.add(new TermsRow(
                    instrument,
                    LeverWords.sentence(wording.running(instrument)),
                    wording.text(
                            instrument.isCovert() ? "deal.floor" : "deal.cap",
                            wording.levelTitle(instrument, clause.bound())),
                    stands(instrument, level, before, wording),
                    moves || before == null || before.bound() != clause.bound(),
                    price == null ? "" : NumberText.tenth(price)));
        }
        return rows;
    }

    /** Returns where a lever stands, as far as it is seen, else what its holder has promised. */
    public static String stands(Instrument instrument, int level, @Nullable Clause before, Wording wording) {
        return level != Levels.UNSEEN
                ? wording.text("deal.now", wording.levelTitle(instrument, level))
                : before == null
                        ? wording.text("deal.hidden")
                        : wording.text("deal.promised", wording.levelTitle(instrument, before.bound()));
    }
}

package dev.truce.story.topic;

import dev.truce.engine.agreement.Terms;
import dev.truce.engine.bargain.SeriousText;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.OwnTextRules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Observation;
import dev.truce.story.facts.Reasons;
import dev.truce.story.facts.SeatBoard;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Wording;
import org.jspecify.annotations.Nullable;

/** The proposal that a capital expects in its own name: whether it is due, what the want of it costs, and what counts as one. */
public final class OwnTextTopic {
    private final Wording wording;
    private final OwnTextRules rules;

    /** @param wording the words of the scenario */
    public OwnTextTopic(Wording wording) {
        this.wording = wording;
        this.rules = wording.scenario().ownText();
    }

    /** Returns whether the capital of a seat expects a proposal that it has not made in this period. */
    public boolean isDue(SeatBoard board) {
        return rules.exist() && !board.hasOwnText(board.side());
    }

    /** Returns by how much, at most 0, a round without it lowers the score of a side, in thousandths. */
    public long priceMilli(Side side) {
        Scenario scenario = wording.scenario();
        return Math.round(1000 * scenario.anchors().worth(side, rules.points(side, false)));
    }

    /** Returns the same as points of score that are lost, for example {@code 5.6}. */
    public String price(Side side) {
        return NumberText.oneDecimal(-priceMilli(side));
    }

    /**
     * Returns what a capital says of terms as a proposal of its own, or null where it expects none or that is not known.
     *
     * @param author who offers them
     * @param reasons what measures them
     */
    public SeriousText.@Nullable Opinion opinion(Terms terms, Side author, Observation now, Reasons reasons) {
        Rules measure = reasons.rules();
        if (!rules.exist() || measure == null) {
            return null;
        }
        boolean chapter = now.treaty().admitsChapter(now.openRound(), now.summit());
        return SeriousText.of(measure).opinion(terms, author, chapter);
    }

    /** Returns in a sentence whether terms of a seat are the proposal that is due, and why not; empty where none is due. */
    public String sentence(Terms terms, SeatBoard board) {
        Observation now = board.observation();
        SeriousText.Opinion opinion =
                now == null || !isDue(board) ? null : opinion(terms, board.side(), now, board.reasons());
        if (opinion == null) {
            return "";
        }
        return wording.text(
                "deal.own." + opinion.name(),
                wording.side(board.side().other()),
                NumberText.plain(100 * rules.fairShare()),
                price(board.side()));
    }
}

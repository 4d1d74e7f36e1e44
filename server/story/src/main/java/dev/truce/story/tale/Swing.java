package dev.truce.story.tale;

import dev.truce.engine.board.Side;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import dev.truce.story.round.Headline;
import dev.truce.story.words.NumberText;
import dev.truce.story.words.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A round in which the score of a round moved more than in most. It says when a match turned, and nothing of whose deed turned it.
 *
 * @param round its number
 * @param text what weighs most in it, in a sentence
 * @param before the score of the round before, tenths
 * @param after the score of the round, tenths
 */
public record Swing(int round, String text, long before, long after) {
    /** As many as are told. */
    public static final int MOST = 3;

    /** Smaller moves, in tenths, turn nothing. */
    static final int LEAST = 10;

    /**
     * Returns the largest, in order of rounds.
     *
     * @param rounds all rounds of a match as somebody may see them
     * @param side whose score counts, or null for the mean of both
     */
    public static List<Swing> of(List<RoundView> rounds, @Nullable Side side, Wording wording) {
        List<Swing> all = new ArrayList<>();
        for (int i = 1; i < rounds.size(); i++) {
            RoundView view = rounds.get(i);
            RoundView last = rounds.get(i - 1);
            Long before = score(last, side);
            Long after = score(view, side);
            if (before != null && after != null && Math.abs(after - before) >= LEAST) {
                String text = Headline.of(view, last, wording.scenario()).text(wording, view);
                all.add(new Swing(view.round(), text, before, after));
            }
        }
        all.sort(Comparator.comparingLong(swing -> -Math.abs(swing.after - swing.before)));
        List<Swing> most = new ArrayList<>(all.subList(0, Math.min(MOST, all.size())));
        most.sort(Comparator.comparingInt(Swing::round));
        return most;
    }

    /** Returns the score of a round, tenths: of a side, or the mean of both; null where it is not seen. */
    static @Nullable Long score(RoundView view, @Nullable Side side) {
        List<Long> seen = new ArrayList<>();
        for (ScoreCard card : view.scores()) {
            if (side == null || card.side() == side) {
                seen.add(NumberText.tenths(card.scoreMilli()));
            }
        }
        boolean whole = seen.size() == (side == null ? 2 : 1);
        return whole ? Long.valueOf(NumberText.mean(seen.get(0), seen.get(seen.size() - 1))) : null;
    }
}

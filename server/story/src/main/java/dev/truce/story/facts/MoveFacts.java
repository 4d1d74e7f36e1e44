package dev.truce.story.facts;

import dev.truce.engine.board.Side;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.ScoreCard;
import java.util.List;
import java.util.Optional;

/** What a side did in a round, and what it got for it. */
public final class MoveFacts {
    private MoveFacts() {}

    /** Returns the moves of a side that did not happen by themselves. */
    public static List<LevelChange> ordered(RoundView view, Side side) {
        return view.changes().stream()
                .filter(change -> change.instrument().holder() == side
                        && !view.fallbacks().contains(change)
                        && !isCorrectedByItself(view, change))
                .toList();
    }

    private static boolean isCorrectedByItself(RoundView view, LevelChange change) {
        boolean corrected = view.corrected().stream().anyMatch(c -> c.instrument() == change.instrument());
        boolean ordered = view.orders().stream().anyMatch(o -> o.instrument() == change.instrument());
        return corrected && !ordered;
    }

    /** Returns the score of a side, if the viewer may see it. */
    public static Optional<ScoreCard> card(RoundView view, Side side) {
        return view.scores().stream().filter(card -> card.side() == side).findFirst();
    }
}

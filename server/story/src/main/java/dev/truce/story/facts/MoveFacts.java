package dev.truce.story.facts;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.view.PrivateFacts;
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
                        && !view.returned().contains(change)
                        && !isCorrectedByItself(view, change)
                        && !isDelivered(view, change))
                .toList();
    }

    /** Returns the moves to the bound of a clause that nobody ordered: where holding keeps a treaty, they happen by themselves. */
    public static List<LevelChange> delivered(RoundView view) {
        return view.changes().stream()
                .filter(change -> isDelivered(view, change))
                .toList();
    }

    private static boolean isDelivered(RoundView view, LevelChange change) {
        Clause clause = view.treaty().binding(change.instrument(), view.round());
        return clause != null
                && clause.bound() == change.to()
                && clause.isBrokenBy(change.from())
                && !view.fallbacks().contains(change)
                && !view.returned().contains(change)
                && view.orders().stream().noneMatch(order -> order.instrument() == change.instrument());
    }

    /** Returns the red lines of a side in a round, as far as the viewer sees them. */
    public static List<Instrument> redLines(RoundView view, Side side) {
        for (PrivateFacts own : view.own()) {
            if (own.side() == side) {
                return own.redLines();
            }
        }
        return List.of();
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

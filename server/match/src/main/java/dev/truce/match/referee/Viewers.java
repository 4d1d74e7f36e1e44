package dev.truce.match.referee;

import dev.truce.engine.board.Side;
import dev.truce.engine.card.Card;
import dev.truce.engine.redaction.Redaction;
import dev.truce.engine.report.Resolution;
import dev.truce.engine.round.Rules;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.state.MatchState;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Effect;
import dev.truce.match.MatchTerms;
import dev.truce.match.Notice;
import dev.truce.match.Seat;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Those who look at one match, what each has seen of its rounds, and the telling. */
final class Viewers {
    private final MatchTerms terms;
    private final Map<Viewer, Redaction> redactions = new EnumMap<>(Viewer.class);
    private final Map<Viewer, List<RoundView>> views = new EnumMap<>(Viewer.class);

    Viewers(Rules rules, MatchSetup setup, MatchTerms terms) {
        this.terms = terms;
        for (Viewer viewer : terms.viewers()) {
            redactions.put(viewer, new Redaction(rules, setup, viewer));
            views.put(viewer, new ArrayList<>());
        }
    }

    /** Another round is the last from now on. */
    void endWith(MatchSetup ending) {
        redactions.values().forEach(redaction -> redaction.endWith(ending));
    }

    /** Returns the resolved rounds as a viewer saw them. */
    List<RoundView> seen(Viewer viewer) {
        return views.getOrDefault(viewer, List.of());
    }

    /** Returns what a viewer is told when the round after a state opens for so long. */
    Notice opened(Viewer viewer, MatchState state, long windowMillis) {
        return new Notice.RoundOpened(redaction(viewer).observe(state), windowMillis);
    }

    /** Tells everybody that a round is open for so long. */
    void open(MatchState state, long windowMillis, List<Effect> effects) {
        for (Viewer viewer : terms.viewers()) {
            effects.add(new Effect.Tell(viewer, opened(viewer, state, windowMillis)));
        }
    }

    /** Tells a side something. */
    void tell(Side side, Notice notice, List<Effect> effects) {
        if (terms.viewers().contains(Viewer.of(side))) {
            effects.add(new Effect.Tell(Viewer.of(side), notice));
        }
    }

    /** Tells everybody of the shock cards of a round. */
    void announce(List<Card> cards, int round, List<Effect> effects) {
        for (Card card : cards) {
            tellAll(new Notice.CardPlayed(round, card), effects);
        }
    }

    /** Shows a resolved round to everybody. */
    void resolved(Resolution resolution, List<Effect> effects) {
        for (Viewer viewer : terms.viewers()) {
            RoundView view = redaction(viewer).view(resolution.report(), resolution.next());
            seen(viewer).add(view);
            effects.add(new Effect.Tell(viewer, new Notice.RoundResolved(view)));
        }
    }

    /** Tells what a seat has done. */
    void tellStatus(Seat seat, OpenRound window, List<Effect> effects) {
        window.tell(seat, terms.viewers(), effects);
    }

    /** Tells everybody the same. */
    void tellAll(Notice notice, List<Effect> effects) {
        for (Viewer viewer : terms.viewers()) {
            effects.add(new Effect.Tell(viewer, notice));
        }
    }

    private Redaction redaction(Viewer viewer) {
        Redaction redaction = redactions.get(viewer);
        if (redaction == null) {
            throw new IllegalArgumentException("nobody looks as " + viewer + " in this match");
        }
        return redaction;
    }
}

package dev.truce.engine.view;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.orders.Order;
import dev.truce.engine.report.LevelChange;
import dev.truce.engine.report.RoundEvent;
import dev.truce.engine.report.TreatyChange;
import java.util.ArrayList;
import java.util.List;

/**
 * A resolved round as a viewer may see it: facts, then figures and score cards that follow from the facts.
 *
 * @param viewer for whom it was made
 * @param round number of the round, from 1
 * @param levels levels in the round; covert ones of a side that the viewer does not see are {@link Levels#UNSEEN}
 * @param orders orders of the sides that the viewer sees, in instrument order; of the others, public orders only
 * @param changes instruments whose seen level differs from the round before
 * @param fallbacks of these, those that fell back by themselves
 * @param prevented instruments whose clause ended and whose holder kept them from falling back, as far as seen
 * @param corrected seen levels that legality or the court changed after the orders
 * @param events what chance and the calendar did
 * @param expired clauses that had ended before this round
 * @param treaty treaty that bound in the round
 * @param change what happened to it at the end
 * @param next treaty as the round left it; clauses whose last round is this one have ended
 * @param signals readings of covert instruments that reach the viewer
 * @param us public facts about the US
 * @param cn public facts about China
 * @param own private facts of the sides that the viewer sees
 * @param numbers figures and score cards
 * @param ratification what happened to what was signed
 */
public record RoundView(
        Viewer viewer,
        int round,
        Levels levels,
        List<Order> orders,
        List<LevelChange> changes,
        List<LevelChange> fallbacks,
        List<Instrument> prevented,
        List<LevelChange> corrected,
        List<RoundEvent> events,
        List<Clause> expired,
        Treaty treaty,
        TreatyChange change,
        Treaty next,
        List<SignalReading> signals,
        SideFacts us,
        SideFacts cn,
        List<PrivateFacts> own,
        ViewFigures numbers,
        RatificationView ratification) {

    public RoundView {
        orders = List.copyOf(orders);
        changes = List.copyOf(changes);
        fallbacks = List.copyOf(fallbacks);
        prevented = List.copyOf(prevented);
        corrected = List.copyOf(corrected);
        events = List.copyOf(events);
        expired = List.copyOf(expired);
        signals = List.copyOf(signals);
        own = List.copyOf(own);
    }

    /** Makes a view with numbers that are known. */
    public RoundView(
            Viewer viewer,
            int round,
            Levels levels,
            List<Order> orders,
            List<LevelChange> changes,
            List<LevelChange> fallbacks,
            List<Instrument> prevented,
            List<LevelChange> corrected,
            List<RoundEvent> events,
            List<Clause> expired,
            Treaty treaty,
            TreatyChange change,
            Treaty next,
            List<SignalReading> signals,
            SideFacts us,
            SideFacts cn,
            List<PrivateFacts> own,
            Figures figures,
            List<ScoreCard> scores,
            RatificationView ratification) {
        this(
                viewer,
                round,
                levels,
                orders,
                changes,
                fallbacks,
                prevented,
                corrected,
                events,
                expired,
                treaty,
                change,
                next,
                signals,
                us,
                cn,
                own,
                new ViewFigures(figures, scores),
                ratification);
    }

    /**
     * Returns the facts of this view that everybody may know: what an observer's view of the round says, without figures,
     * scores and reputations. The same from any viewer's view.
     */
    public RoundView publicPart() {
        return PublicPart.of(this);
    }

    /**
     * Returns the clauses that had ended before this round and in whose place no clause binds, each instrument once. What ended with an
     * agreement on top of a truce that binds has returned to it, and has not run out.
     */
    public List<Clause> ranOut() {
        if (isReturn()) {
            return List.of();
        }
        List<Clause> out = new ArrayList<>();
        for (Clause clause : expired) {
            if (treaty.binding(clause.instrument(), round) == null
                    && out.stream().noneMatch(each -> each.instrument() == clause.instrument())) {
                out.add(clause);
            }
        }
        return out;
    }

    /** Returns whether the round ended all that bound by what somebody did, a finding or a suspension without a truce beneath included. */
    public boolean endsAll() {
        return change.isEnd() || (change.isStruck() && next.isLayered() && !next.bindsTruce(round + 1));
    }

    /** Returns whether an agreement has ended before this round, so that the truce beneath it binds alone or with the next one. */
    public boolean isReturn() {
        return treaty.isLayered() && treaty.bindsTruce(round) && !expired.isEmpty();
    }

    /** Returns the changes that nobody ordered, of instruments whose agreement ended while the truce went on. */
    public List<LevelChange> returned() {
        if (!isReturn()) {
            return List.of();
        }
        List<LevelChange> returned = new ArrayList<>();
        for (LevelChange change : changes) {
            Instrument instrument = change.instrument();
            if (expired.stream().anyMatch(clause -> clause.instrument() == instrument)
                    && orders.stream().noneMatch(order -> order.instrument() == instrument)
                    && !fallbacks.contains(change)) {
                returned.add(change);
            }
        }
        return returned;
    }

    /** Returns economy and tension. */
    public Figures figures() {
        return numbers.figures();
    }

    /** Returns the score cards that the viewer may see: own, both (omniscient), or none (public). */
    public List<ScoreCard> scores() {
        return numbers.scores();
    }

    /** Returns the public facts about a side. */
    public SideFacts side(Side side) {
        return BySide.pick(side, us, cn);
    }
}

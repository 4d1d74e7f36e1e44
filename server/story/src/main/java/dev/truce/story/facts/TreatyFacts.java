package dev.truce.story.facts;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.conduct.Duty;
import dev.truce.engine.conduct.PolicyMapping;
import dev.truce.engine.conduct.Shortfall;
import dev.truce.engine.legality.SnapBack;
import dev.truce.engine.orders.AccusationChoice;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.report.BrokenClause;
import dev.truce.engine.report.TreatyChange;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;
import dev.truce.engine.view.SideFacts;
import java.util.ArrayList;
import java.util.List;

/** What can be read off a treaty. */
public final class TreatyFacts {
    private TreatyFacts() {}

    /** Returns whether what entered into force in a round lengthens what there was, or makes the truce again, and is no new agreement. */
    public static boolean isRenewal(RoundView view) {
        return view.change() == TreatyChange.ENTERED_INTO_FORCE
                && view.ratification().terms() != null
                && view.ratification().agreement() == 0;
    }

    /** Returns until when a renewal of a round has what it lengthens: all clauses, or where there are two layers the truce. */
    public static int renewedUntil(RoundView view) {
        return view.next().isLayered() ? view.next().truceUntil() : view.next().last();
    }

    /** Returns the clauses of both layers of a treaty, or of the only one. */
    public static List<Clause> layers(Treaty treaty) {
        if (!treaty.isLayered()) {
            return treaty.clauses();
        }
        List<Clause> both = new ArrayList<>(treaty.truce());
        both.addAll(treaty.agreement());
        return both;
    }

    /**
     * Returns whether an instrument stands worse than a clause that is new in the open round, where holding keeps a treaty: then it
     * moves by itself, and nothing is broken yet.
     */
    public static boolean isDue(Scenario scenario, Observation observation, Clause clause) {
        int level = observation.levels().get(clause.instrument());
        return level != Levels.UNSEEN
                && clause.first() == observation.openRound()
                && Duty.moves(scenario.agreements(), clause, level, Orders.HOLD);
    }

    /**
     * Returns the public clauses that a side broke in a round: of one that suspended the agreement and broke the truce beneath it, those of the
     * truce, since it is charged for them alone.
     */
    public static List<BrokenClause> broken(Scenario scenario, RoundView view, Side side) {
        SideFacts facts = view.side(side);
        boolean isCharged = facts.severityMilli() > 0 && facts.decisions().choice() == AccusationChoice.SUSPEND;
        return isCharged
                ? SnapBack.charged(scenario.depthTable(), view.treaty(), facts.brokenClauses(), view.round())
                : facts.brokenClauses();
    }

    /** Returns the notches by which a covert clause that bound in a round is not kept; 0 if none bound, or the level is not shown. */
    public static double gap(Scenario scenario, RoundView view, Instrument instrument) {
        Clause clause = view.treaty().binding(instrument, view.round());
        int level = view.levels().get(instrument);
        return clause == null || level == Levels.UNSEEN ? 0 : Shortfall.gap(new PolicyMapping(scenario), clause, level);
    }

    /** Returns the number of a clause within its agreement, from 1, in instrument order. */
    public static int number(Treaty treaty, Clause wanted) {
        int number = 0;
        for (Clause clause : layers(treaty)) {
            if (clause.agreement() == wanted.agreement()) {
                number++;
                if (clause.instrument() == wanted.instrument()) {
                    return number;
                }
            }
        }
        return number + 1;
    }
}

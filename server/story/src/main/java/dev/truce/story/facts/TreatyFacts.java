package dev.truce.story.facts;

import dev.truce.engine.agreement.Clause;
import dev.truce.engine.agreement.Terms;
import dev.truce.engine.agreement.Treaty;
import dev.truce.engine.board.Levels;
import dev.truce.engine.conduct.Duty;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.report.TreatyChange;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Observation;
import dev.truce.engine.view.RoundView;

/** What can be read off a treaty. */
public final class TreatyFacts {
    private TreatyFacts() {}

    public static boolean isRenewal(RoundView view) {
        return view.change() == TreatyChange.ENTERED_INTO_FORCE
                && view.ratification().terms() instanceof Terms.Renewal;
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

    /** Returns the number of a clause within its agreement, from 1, in instrument order. */
    public static int number(Treaty treaty, Clause wanted) {
        int number = 0;
        for (Clause clause : treaty.clauses()) {
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
